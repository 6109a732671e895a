package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.WorkStarted;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The agent who sends it takes the ticket and works on it from now on. */
public record StartWork(@TargetAggregateIdentifier TicketId ticket) implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor).or(() -> Guard.mustBeUnsolved(ticket)),
                () ->
                        ticket.status() == Status.IN_PROGRESS
                                        && actor.person().equals(ticket.assignment().agent())
                                ? Decision.nothing()
                                : Decision.happened(
                                        new WorkStarted(
                                                this.ticket,
                                                ticket.status(),
                                                ticket.assignment(),
                                                actor.person())));
    }
}
