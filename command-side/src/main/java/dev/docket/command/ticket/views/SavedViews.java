package dev.docket.command.ticket.views;

import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewMoved;
import dev.docket.event.ticket.SavedViewsEvent.ViewRefined;
import dev.docket.event.ticket.SavedViewsEvent.ViewRemoved;
import dev.docket.event.ticket.SavedViewsEvent.ViewRenamed;
import dev.docket.event.ticket.SavedViewsEvent.ViewSaved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What decisions about a person's views need to know, folded from their events. Somebody who has
 * saved nothing has some too: none.
 *
 * @param version of the last event that is folded in, -1 before the first
 * @param views in their order
 */
record SavedViews(
        TenantId tenant,
        PersonId person,
        long version,
        List<SavedView> views,
        RecentCommands<SavedViewsId> recent)
        implements Decided<SavedViewsId> {

    /** Of somebody who has saved nothing yet. */
    static SavedViews none(TenantId tenant, PersonId person) {
        return new SavedViews(tenant, person, -1, List.of(), RecentCommands.none());
    }

    SavedViewsId id() {
        return SavedViewsId.of(tenant, person);
    }

    @Override
    public SavedViewsId answer() {
        return id();
    }

    @Override
    public Optional<Outcome<SavedViewsId>> repeated(Wish wish) {
        return recent.answered(wish, version);
    }

    Optional<SavedView> view(SavedViewId id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    int placeOf(SavedViewId id) {
        return views.stream().map(SavedView::id).toList().indexOf(id);
    }

    /** The state after an event. */
    static SavedViews evolve(SavedViews before, SavedViewsEvent event, Facts facts, long version) {
        List<SavedView> views = new ArrayList<>(before.views);
        switch (event) {
            case ViewSaved e -> views.add(new SavedView(e.view(), e.name(), e.selection()));
            case ViewRenamed e ->
                    views.replaceAll(v ->
                            v.id().equals(e.view())
                                    ? new SavedView(v.id(), e.to(), v.selection())
                                    : v);
            case ViewRefined e ->
                    views.replaceAll(v ->
                            v.id().equals(e.view()) ? new SavedView(v.id(), v.name(), e.to()) : v);
            case ViewMoved e -> views.add(e.to(), views.remove(before.placeOf(e.view())));
            case ViewRemoved e -> views.removeIf(v -> v.id().equals(e.view()));
        }
        return new SavedViews(
                before.tenant,
                before.person,
                version,
                List.copyOf(views),
                before.recent.with(facts, version, before.id()));
    }
}
