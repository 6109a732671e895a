package dev.docket.command.ticket.views;

import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewRefined;
import dev.docket.event.ticket.SavedViewsEvent.ViewRenamed;
import dev.docket.event.ticket.TicketSelection;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says anew what a view is called and what it shows. */
record ChangeView(
        @TargetAggregateIdentifier SavedViewsId views,
        SavedViewId view,
        String name,
        TicketSelection selection)
        implements SavedViewsCommand {

    @Override
    public Decision<SavedViewsEvent> decide(SavedViews now) {
        String tidied = name.strip();
        return Decision.unless(
                SavedViewGuard.mustExist(now, view)
                        .or(() -> SavedViewGuard.nameMustFit(tidied))
                        .or(() -> SavedViewGuard.selectionMustFit(selection))
                        .or(() -> SavedViewGuard.nameMustBeFree(now, view, tidied)),
                () -> changed(now, now.view(view).orElseThrow(), tidied));
    }

    private Decision<SavedViewsEvent> changed(SavedViews now, SavedView before, String tidied) {
        List<SavedViewsEvent> events = new ArrayList<>();
        if (!tidied.equals(before.name())) {
            events.add(new ViewRenamed(now.person(), view, before.name(), tidied));
        }
        if (!selection.equals(before.selection())) {
            events.add(new ViewRefined(now.person(), view, before.selection(), selection));
        }
        return Decision.happened(events);
    }
}
