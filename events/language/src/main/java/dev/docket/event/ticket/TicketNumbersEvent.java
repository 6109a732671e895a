package dev.docket.event.ticket;

import dev.docket.event.DomainEvent;
import dev.docket.event.TenantId;

/** How the ticket numbers of an organisation were given to command nodes, block by block. */
public sealed interface TicketNumbersEvent extends DomainEvent {

    /** A node may give these numbers, both ends included, and nobody else ever will. */
    record TicketNumbersReserved(TenantId tenant, TicketNumber from, TicketNumber to)
            implements TicketNumbersEvent {}
}
