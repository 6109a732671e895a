package dev.docket.event.people;

import dev.docket.event.DomainEvent;
import dev.docket.event.TenantId;
import org.jspecify.annotations.Nullable;

/** What an organisation says of itself; the stream bears its id. */
public sealed interface OrganisationEvent extends DomainEvent {

    TenantId organisation();

    /**
     * @param from null where it had no name yet
     */
    record OrganisationRenamed(TenantId organisation, @Nullable String from, String to)
            implements OrganisationEvent {}

    /**
     * Somebody has been through the first questions; nobody is asked them again.
     *
     * @param skipped whether they answered none of them
     */
    record OrganisationSetUp(TenantId organisation, boolean skipped) implements OrganisationEvent {}
}
