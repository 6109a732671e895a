package dev.docket.command.ticket;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import java.util.Optional;
import java.util.function.Function;

/**
 * A wish that concerns a ticket and files. What happens to them is recorded together or not at all.
 */
public sealed interface FileCommand permits BringFiles, RemoveAttachment {

    TicketId ticket();

    /**
     * @param files what is known of those that the wish names
     */
    Decision<TicketEvent> decide(
            Ticket ticket, Actor actor, Function<AttachmentId, Optional<Attachment>> files);
}
