package dev.docket.command.people;

import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.event.people.OrganisationEvent.OrganisationRenamed;
import dev.docket.event.people.OrganisationEvent.OrganisationSetUp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an organisation need to know. One that has said nothing has a state too:
 * nameless and not set up.
 *
 * @param version of the last event that is folded in, -1 before the first
 */
record Organisation(
        TenantId id,
        long version,
        @Nullable String name,
        boolean isSetUp,
        RecentCommands<TenantId> recent)
        implements Decided<TenantId> {

    static Organisation untouched(TenantId id) {
        return new Organisation(id, -1, null, false, RecentCommands.none());
    }

    @Override
    public TenantId answer() {
        return id;
    }

    @Override
    public Optional<Outcome<TenantId>> repeated(Wish wish) {
        return recent.answered(wish, version);
    }

    static Organisation evolve(
            Organisation before, OrganisationEvent event, Facts facts, long version) {
        RecentCommands<TenantId> recent = before.recent.with(facts, version, before.id);
        return switch (event) {
            case OrganisationRenamed e ->
                    new Organisation(before.id, version, e.to(), before.isSetUp, recent);
            case OrganisationSetUp _ ->
                    new Organisation(before.id, version, before.name, true, recent);
        };
    }
}
