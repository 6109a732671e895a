package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Deletes what a reply or a note says; that there was one, and why it is gone, stays. */
public record RedactMessage(
        @TargetAggregateIdentifier TicketId ticket, MessageId message, String reason)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        if (!ticket.messages().contains(message)) {
            return Decision.unless(
                    Guard.mustBeAgent(ticket, actor),
                    () ->
                            Decision.refused(
                                    TicketRule.MESSAGE_NOT_FOUND,
                                    "The ticket has no message " + message));
        }
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor).or(() -> Text.requiredReason(reason)),
                () ->
                        ticket.redacted().contains(message)
                                ? Decision.refused(
                                        TicketRule.MESSAGE_IS_REDACTED,
                                        "The message's content is deleted already")
                                : Decision.happened(
                                        new MessageRedacted(this.ticket, message, reason)));
    }
}
