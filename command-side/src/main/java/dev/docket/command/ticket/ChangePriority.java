package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says how urgent a ticket is. */
public record ChangePriority(@TargetAggregateIdentifier TicketId ticket, Priority priority)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgentOnOpenTicket(ticket, actor),
                () ->
                        priority == ticket.priority()
                                ? Decision.nothing()
                                : Decision.happened(
                                        new PriorityChanged(
                                                this.ticket, ticket.priority(), priority)));
    }
}
