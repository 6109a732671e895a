package dev.docket.edge;

import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.util.Set;

/**
 * Who sends a request, as their token says; a controller takes it as a parameter.
 *
 * @param origin from where: an address and a client, for instance {@code 192.0.2.7 curl/8.5}
 */
public record Caller(PersonId person, TenantId tenant, Set<Role> roles, String origin) {

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller works on tickets of others. */
    public boolean worksOnTickets() {
        return has(Role.AGENT) || has(Role.LEAD) || has(Role.ADMIN);
    }
}
