package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a solution. */
public record ResolveTicket(@TargetAggregateIdentifier TicketId ticket, String solution)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgentOnOpenTicket(ticket, actor)
                        .or(() -> Text.body("solution", solution)),
                () ->
                        ticket.status() == Status.RESOLVED
                                ? Decision.nothing()
                                : Decision.happened(
                                        new TicketResolved(
                                                this.ticket, ticket.status(), solution)));
    }
}
