package dev.docket.command.ticket.views;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewSaved;
import dev.docket.event.ticket.TicketSelection;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps what the queue shows, under a name, behind the other views. */
record SaveView(
        @TargetAggregateIdentifier SavedViewsId views,
        SavedViewId view,
        String name,
        TicketSelection selection)
        implements SavedViewsCommand {

    static final int MOST_VIEWS = 50;

    @Override
    public Decision<SavedViewsEvent> decide(SavedViews now) {
        if (now.view(view).isPresent()) {
            return Decision.nothing();
        }
        String tidied = name.strip();
        return Decision.unless(
                SavedViewGuard.nameMustFit(tidied)
                        .or(() -> SavedViewGuard.selectionMustFit(selection))
                        .or(() -> SavedViewGuard.nameMustBeFree(now, view, tidied))
                        .or(() -> mustHaveRoom(now)),
                () -> Decision.happened(new ViewSaved(now.person(), view, tidied, selection)));
    }

    private static Optional<Refusal> mustHaveRoom(SavedViews now) {
        return now.views().size() < MOST_VIEWS
                ? Optional.empty()
                : SavedViewGuard.refusal(
                        SavedViewRule.TOO_MANY_VIEWS,
                        null,
                        "Nobody has more than %d views".formatted(MOST_VIEWS));
    }
}
