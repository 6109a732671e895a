package dev.docket.command.ticket;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds files to a ticket, by themselves or with a reply or a note.
 *
 * @param writing what brings them, and is decided first; null if they come by themselves
 * @param message what that writes
 * @param attachments without repetition
 */
public record BringFiles(
        @TargetAggregateIdentifier TicketId ticket,
        @Nullable TicketCommand writing,
        @Nullable MessageId message,
        List<AttachmentId> attachments,
        FileLimits limits)
        implements FileCommand {

    @Override
    public Decision<TicketEvent> decide(
            Ticket ticket, Actor actor, Function<AttachmentId, Optional<Attachment>> files) {
        BroughtFiles brought = new BroughtFiles(this.ticket, message, attachments, limits);
        return writing == null
                ? Decision.unless(
                        Guard.mustBeSeenBy(ticket, actor).or(() -> Guard.mustNotBeFinished(ticket)),
                        () -> brought.with(List.of(), ticket, actor, files))
                : brought.with(writing.decide(ticket, actor), ticket, actor, files);
    }
}
