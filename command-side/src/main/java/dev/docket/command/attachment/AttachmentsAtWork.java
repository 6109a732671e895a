package dev.docket.command.attachment;

import dev.docket.content.ContentStore;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentEvent.AttachmentErased;
import dev.docket.event.attachment.AttachmentEvent.AttachmentPlaced;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Place;
import dev.docket.event.attachment.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Attachments within the unit of work of another feature's command: what happens to them is
 * recorded together with what happens there, or not at all. They are never cached, so that what is
 * known of them is the newest.
 */
public final class AttachmentsAtWork {

    /** Longer than any command is tried. */
    private static final Duration UNTIL_BYTES_GO = Duration.ofHours(1);

    private final Repository<AttachmentAggregate> attachments;
    private final ContentStore content;
    private final Clock clock;

    public AttachmentsAtWork(
            Repository<AttachmentAggregate> attachments, ContentStore content, Clock clock) {
        this.attachments = attachments;
        this.content = content;
        this.clock = clock;
    }

    /** Empty if there never was such a file; the id may be that of something else. */
    public Optional<Attachment> find(AttachmentId attachment) {
        try {
            return Optional.of(
                    attachments.load(attachment.toString()).invoke(AttachmentAggregate::state));
        } catch (AggregateNotFoundException | IncompatibleAggregateException noFile) {
            return Optional.empty();
        }
    }

    /** It belongs there from now on. */
    public void place(AttachmentId attachment, Place place) {
        apply(new AttachmentPlaced(attachment, place));
    }

    /**
     * It is no longer shown there, or anywhere. Its bytes go later, when the log has it: until then
     * the unit of work may still come to nothing.
     */
    public void erase(AttachmentId attachment, String reason) {
        Sha256 sha256 = find(attachment).orElseThrow().file().sha256();
        content.askLater(attachment, sha256, clock.instant().plus(UNTIL_BYTES_GO));
        apply(new AttachmentErased(attachment, reason));
    }

    private void apply(AttachmentEvent event) {
        attachments
                .load(event.attachment().toString())
                .execute(attachment -> AggregateLifecycle.apply(event));
    }
}
