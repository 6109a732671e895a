package dev.docket.command.ticket;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketId;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a file away for good: its bytes are erased, that there was one and why it is gone stays.
 */
public record RemoveAttachment(
        @TargetAggregateIdentifier TicketId ticket, AttachmentId attachment, String reason)
        implements FileCommand {

    @Override
    public Decision<TicketEvent> decide(
            Ticket ticket, Actor actor, Function<AttachmentId, Optional<Attachment>> files) {
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor).or(() -> Text.requiredReason(reason)),
                () ->
                        ticket.hasFile(attachment)
                                ? Decision.happened(
                                        new AttachmentRemoved(this.ticket, attachment, reason))
                                : Decision.refused(
                                        TicketRule.FILE_NOT_FOUND,
                                        "The ticket has no file " + attachment));
    }
}
