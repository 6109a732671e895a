package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketSplit;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import java.util.HashSet;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A second concern gets a ticket of its own, for the same requester, with the same priority and
 * classification.
 *
 * @param messages the replies and notes that speak of it
 */
public record SplitTicket(
        @TargetAggregateIdentifier TicketId ticket,
        TicketId into,
        TicketNumber number,
        String subject,
        String description,
        List<MessageId> messages) {

    Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgentOnOpenTicket(ticket, actor)
                        .or(() -> Text.subject(subject))
                        .or(() -> Text.description(description)),
                () ->
                        ticket.messages().containsAll(new HashSet<>(messages))
                                ? Decision.happened(new TicketSplit(this.ticket, into, messages))
                                : Decision.refused(
                                        TicketRule.MESSAGE_NOT_FOUND,
                                        "messages",
                                        "A message is not one of the ticket's"));
    }

    /** What opens the new ticket, once the old one has agreed. */
    TicketEvent opening(Ticket from) {
        return new TicketOpened(
                into,
                number,
                from.requester(),
                Channel.API,
                subject.strip(),
                description,
                from.priority(),
                from.classification(),
                Assignment.NOBODY,
                ticket);
    }
}
