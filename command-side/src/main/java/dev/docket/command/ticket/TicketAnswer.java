package dev.docket.command.ticket;

import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;

/** What every command to a ticket answers. */
public record TicketAnswer(TicketId id, TicketNumber number, Status status) {

    static TicketAnswer of(Ticket ticket) {
        return new TicketAnswer(ticket.id(), ticket.number(), ticket.status());
    }
}
