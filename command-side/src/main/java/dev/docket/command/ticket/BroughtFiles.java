package dev.docket.command.ticket;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentsAdded;
import dev.docket.event.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files that come along with something.
 *
 * @param message what brings them; null for the ticket itself
 * @param attachments each of which was uploaded by whoever brings it
 */
record BroughtFiles(
        TicketId ticket,
        @Nullable MessageId message,
        List<AttachmentId> attachments,
        FileLimits limits) {

    /**
     * What happens, with the files after it.
     *
     * @param before what the ticket has already; null for one that is being opened
     */
    Decision<TicketEvent> with(
            Decision<TicketEvent> decision,
            @Nullable Ticket before,
            Actor actor,
            Function<AttachmentId, Optional<Attachment>> files) {
        return decision instanceof Decision.Happened<TicketEvent> happened
                ? with(happened.events(), before, actor, files)
                : decision;
    }

    Decision<TicketEvent> with(
            List<TicketEvent> events,
            @Nullable Ticket before,
            Actor actor,
            Function<AttachmentId, Optional<Attachment>> files) {
        int count = attachments.size() + (before == null ? 0 : before.filesOf(message));
        if (count > limits.filesPerMessage()) {
            return Decision.refused(
                    TicketRule.TOO_MANY_FILES,
                    "attachments",
                    "At most %d files come with one message or ticket, not %d"
                            .formatted(limits.filesPerMessage(), count));
        }
        return Decision.unless(
                Attachment.mustBeFreeFor(actor, attachments, files),
                () ->
                        fitting(
                                events,
                                before == null ? 0 : before.fileBytes(),
                                Attachment.described(attachments, files)));
    }

    private Decision<TicketEvent> fitting(
            List<TicketEvent> events, long bytesBefore, List<AttachedFile> described) {
        long bytes = bytesBefore + described.stream().mapToLong(AttachedFile::size).sum();
        if (bytes > limits.bytesPerTicket()) {
            return Decision.refused(
                    TicketRule.TOO_MANY_BYTES,
                    "attachments",
                    "A ticket's files have at most %d bytes together, not %d"
                            .formatted(limits.bytesPerTicket(), bytes));
        }
        List<TicketEvent> all = new ArrayList<>(events);
        all.add(new AttachmentsAdded(ticket, message, described));
        return Decision.happened(all);
    }
}
