package dev.docket.command.decision;

import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;

/**
 * Who wishes something, as far as rules ask.
 *
 * @param worksOnTickets whether they may work on tickets of others
 */
public record Actor(TenantId tenant, PersonId person, boolean worksOnTickets) {}
