package dev.docket.command.ticket.views;

import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.SavedViewsEvent;

/** A wish that concerns one's own views; the routes say who may wish it. */
sealed interface SavedViewsCommand permits SaveView, ChangeView, MoveView, RemoveView {

    SavedViewsId views();

    /** Pure: the same state leads to the same decision. */
    Decision<SavedViewsEvent> decide(SavedViews views);
}
