package dev.docket.query;

import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.util.Set;
import java.util.UUID;

/** A person of an organisation, with roles. */
public record Someone(TenantId tenant, PersonId person, Set<Role> roles) {

    public static Someone of(TenantId tenant, Role... roles) {
        return new Someone(tenant, new PersonId(UUID.randomUUID()), Set.of(roles));
    }

    /** The first one of an organisation that nobody has heard of. */
    public static Someone ofNewOrganisation(Role... roles) {
        return of(new TenantId(UUID.randomUUID()), roles);
    }

    /** Somebody else of the same organisation. */
    public Someone colleague(Role... otherRoles) {
        return of(tenant, otherRoles);
    }
}
