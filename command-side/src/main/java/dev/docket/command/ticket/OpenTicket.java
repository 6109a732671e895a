package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Brings a concern in. Agents may do so for somebody else and assign it at once; requesters open
 * their own tickets, which nobody has yet.
 */
public record OpenTicket(
        @TargetAggregateIdentifier TicketId ticket,
        TicketNumber number,
        PersonId requester,
        Channel channel,
        String subject,
        String description,
        Priority priority,
        Classification classification,
        Assignment assignment) {

    Decision<TicketEvent> decide(Actor actor) {
        boolean own = requester.equals(actor.person()) && assignment.equals(Assignment.NOBODY);
        if (!own && !actor.worksOnTickets()) {
            return Decision.refused(
                    TicketRule.AGENTS_ONLY,
                    requester.equals(actor.person()) ? "assignment" : "requester",
                    "Only agents open tickets for others or assign them");
        }
        return Decision.unless(
                Text.subject(subject)
                        .or(() -> Text.description(description))
                        .or(() -> Text.category(classification.category()))
                        .or(() -> Text.tags(classification.tags())),
                () ->
                        Decision.happened(
                                new TicketOpened(
                                        ticket,
                                        number,
                                        requester,
                                        channel,
                                        subject.strip(),
                                        description,
                                        priority,
                                        classification,
                                        assignment,
                                        null)));
    }
}
