package dev.docket.command.attachment;

import dev.docket.command.decision.Actor;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.Wish;
import dev.docket.content.AttachmentProperties;
import dev.docket.content.ContentStore;
import dev.docket.content.ReceivedFile;
import dev.docket.event.Facts;
import dev.docket.event.Recorded;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.PersonId;
import dev.docket.log.LogReader;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Where files are handed in, and where it is asked what became of them. */
final class Attachments {

    private final CommandDispatch dispatch;
    private final LogReader log;
    private final ContentStore content;
    private final AttachmentProperties properties;
    private final Clock clock;

    Attachments(
            CommandDispatch dispatch,
            LogReader log,
            ContentStore content,
            AttachmentProperties properties,
            Clock clock) {
        this.dispatch = dispatch;
        this.log = log;
        this.content = content;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Keeps the bytes and makes the file known, or answers as the first time if the same request
     * has done so before. The bytes come first: what the log tells of can be read.
     */
    Receipt<AttachedFile> upload(AttachedFile described, ReceivedFile file, Wish wish) {
        AttachmentId id = described.attachment();
        content.keep(file, id, clock.instant().plus(properties.unattachedFor()));
        try {
            return dispatch.sendOnce(id.value(), new UploadFile(id, described), wish);
        } catch (ConcurrencyException uploadedAlready) {
            return dispatch.send(id.value(), new RepeatUpload(id), wish);
        }
    }

    /** The attachment as the log has it now. */
    Optional<Attachment> find(AttachmentId id) {
        @Nullable Attachment attachment = null;
        for (Recorded recorded : log.readStream(id.value())) {
            if (!(recorded.event() instanceof AttachmentEvent event)) {
                throw new IllegalStateException("Not of an attachment: " + recorded);
            }
            attachment = Attachment.evolve(attachment, event, recorded.facts(), recorded.version());
        }
        return Optional.ofNullable(attachment);
    }

    /** Erases a file unless something brings it along meanwhile. */
    void expire(Attachment attachment) {
        AttachmentId id = attachment.file().attachment();
        UUID command = UUID.randomUUID();
        Facts facts =
                new Facts(
                        attachment.tenant(),
                        PersonId.SYSTEM,
                        "ExpireAttachment",
                        command,
                        command,
                        "docket",
                        null,
                        null,
                        null);
        Actor docket = new Actor(attachment.tenant(), PersonId.SYSTEM, true);
        dispatch.send(id.value(), new ExpireAttachment(id), new Wish(docket, facts, null));
    }
}
