package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketResumed;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The waiting is over: the ticket is what it was before, in work or open. */
public record ResumeTicket(@TargetAggregateIdentifier TicketId ticket) implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor).or(() -> Guard.mustBeUnsolved(ticket)),
                () ->
                        ticket.status() == Status.PENDING
                                ? Decision.happened(
                                        new TicketResumed(this.ticket, statusAfter(ticket)))
                                : Decision.refused(
                                        TicketRule.TICKET_IS_NOT_ON_HOLD,
                                        "%s is not on hold".formatted(ticket.number())));
    }

    static Status statusAfter(Ticket ticket) {
        Ticket.Held held = ticket.held();
        boolean wasInWork = held != null && held.before() == Status.IN_PROGRESS;
        return wasInWork && ticket.assignment().agent() != null ? Status.IN_PROGRESS : Status.OPEN;
    }
}
