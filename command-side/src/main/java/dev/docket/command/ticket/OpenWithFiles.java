package dev.docket.command.ticket;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens a ticket together with files.
 *
 * @param attachments without repetition
 */
public record OpenWithFiles(
        @TargetAggregateIdentifier TicketId ticket,
        OpenTicket opening,
        List<AttachmentId> attachments,
        FileLimits limits) {

    Decision<TicketEvent> decide(Actor actor, Function<AttachmentId, Optional<Attachment>> files) {
        return new BroughtFiles(ticket, null, attachments, limits)
                .with(opening.decide(actor), null, actor, files);
    }
}
