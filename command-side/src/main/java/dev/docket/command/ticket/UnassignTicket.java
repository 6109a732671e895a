package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketUnassigned;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts a ticket back into the queue: nobody has it, nobody works on it. */
public record UnassignTicket(@TargetAggregateIdentifier TicketId ticket) implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgentOnOpenTicket(ticket, actor),
                () ->
                        ticket.assignment().equals(Assignment.NOBODY)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new TicketUnassigned(
                                                this.ticket,
                                                ticket.assignment(),
                                                ticket.status() == Status.IN_PROGRESS
                                                        ? Status.OPEN
                                                        : ticket.status())));
    }
}
