package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResumed;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Answers within the ticket. What a requester writes wakes a ticket that waits, and reopens one
 * that was resolved.
 */
public record Reply(
        @TargetAggregateIdentifier TicketId ticket, MessageId message, Channel channel, String body)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeSeenBy(ticket, actor)
                        .or(() -> Guard.mustNotBeFinished(ticket))
                        .or(() -> Text.body("body", body)),
                () ->
                        ticket.messages().contains(message)
                                ? Decision.nothing()
                                : replied(ticket, actor));
    }

    private Decision<TicketEvent> replied(Ticket before, Actor actor) {
        boolean byAgent = actor.worksOnTickets() && !actor.person().equals(before.requester());
        Status status = byAgent && before.status() == Status.NEW ? Status.OPEN : before.status();
        TicketEvent reply =
                new ReplyAdded(
                        ticket,
                        message,
                        actor.person(),
                        byAgent,
                        byAgent && !before.answered(),
                        channel,
                        body,
                        status);
        if (!byAgent && before.status() == Status.PENDING) {
            return Decision.happened(
                    reply, new TicketResumed(ticket, ResumeTicket.statusAfter(before)));
        }
        if (!byAgent && before.status() == Status.RESOLVED) {
            return Decision.happened(
                    reply, new TicketReopened(ticket, Status.RESOLVED, "The requester replied"));
        }
        return Decision.happened(reply);
    }
}
