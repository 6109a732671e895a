package dev.docket.command.ticket.views;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewMoved;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts a view elsewhere among the others.
 *
 * @param place from 0, counted without the view itself
 */
record MoveView(@TargetAggregateIdentifier SavedViewsId views, SavedViewId view, int place)
        implements SavedViewsCommand {

    @Override
    public Decision<SavedViewsEvent> decide(SavedViews now) {
        return Decision.unless(
                SavedViewGuard.mustExist(now, view).or(() -> placeMustExist(now)),
                () -> {
                    int from = now.placeOf(view);
                    return from == place
                            ? Decision.nothing()
                            : Decision.happened(new ViewMoved(now.person(), view, from, place));
                });
    }

    private Optional<Refusal> placeMustExist(SavedViews now) {
        int last = now.views().size() - 1;
        return place >= 0 && place <= last
                ? Optional.empty()
                : SavedViewGuard.refusal(
                        SavedViewRule.PLACE_DOES_NOT_EXIST,
                        "place",
                        "A place from 0 to %d is there, not %d".formatted(last, place));
    }
}
