package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketId;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives a ticket to a team, an agent or both, in place of whoever has it. A ticket that somebody
 * else worked on is open until the new agent starts.
 */
public record AssignTicket(@TargetAggregateIdentifier TicketId ticket, Assignment to)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        if (to.equals(Assignment.NOBODY)) {
            return Decision.refused(
                    TicketRule.ASSIGNMENT_NAMES_NOBODY,
                    "agent",
                    "Name an agent or a team; unassigning is a command of its own");
        }
        return Decision.unless(
                Guard.mustBeAgentOnOpenTicket(ticket, actor),
                () ->
                        to.equals(ticket.assignment())
                                ? Decision.nothing()
                                : Decision.happened(
                                        new TicketAssigned(
                                                this.ticket,
                                                ticket.assignment(),
                                                to,
                                                statusAfter(ticket))));
    }

    private Status statusAfter(Ticket ticket) {
        return switch (ticket.status()) {
            case NEW -> Status.OPEN;
            case IN_PROGRESS ->
                    Objects.equals(to.agent(), ticket.assignment().agent())
                            ? Status.IN_PROGRESS
                            : Status.OPEN;
            case OPEN, PENDING, RESOLVED, CLOSED, MERGED -> ticket.status();
        };
    }
}
