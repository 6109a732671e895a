package dev.docket.command.ticket.views;

import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewRemoved;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A view goes; the tickets that it showed stay as they are. */
record RemoveView(@TargetAggregateIdentifier SavedViewsId views, SavedViewId view)
        implements SavedViewsCommand {

    @Override
    public Decision<SavedViewsEvent> decide(SavedViews now) {
        return Decision.unless(
                SavedViewGuard.mustExist(now, view),
                () ->
                        Decision.happened(
                                new ViewRemoved(
                                        now.person(), view, now.view(view).orElseThrow().name())));
    }
}
