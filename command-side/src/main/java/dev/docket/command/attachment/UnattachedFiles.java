package dev.docket.command.attachment;

import dev.docket.content.ContentStore;
import dev.docket.content.ContentStore.Due;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks of each file that is due whether something has brought it along, erases the ones that
 * nothing wants, and lets go of the bytes of those that were erased. Any number of nodes may do so
 * at once: the log decides what a file is, and the store forgets no bytes that are referred to.
 */
public final class UnattachedFiles implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(UnattachedFiles.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final Attachments attachments;
    private final ContentStore content;
    private final Clock clock;

    UnattachedFiles(Attachments attachments, ContentStore content, Clock clock) {
        this.attachments = attachments;
        this.content = content;
        this.clock = clock;
    }

    /** The same, at another time. */
    public UnattachedFiles at(Clock other) {
        return new UnattachedFiles(attachments, content, other);
    }

    /** What fails is tried again the next time; nothing of it stops the others. */
    @Override
    public void run() {
        for (Due due : due()) {
            try {
                settle(due);
            } catch (RuntimeException e) {
                LOG.warn("Attachment {} cannot be asked about now", due.attachment(), e);
            }
        }
    }

    private List<Due> due() {
        try {
            content.finishErasing(clock.instant());
            return content.due(clock.instant(), MOST_AT_ONCE);
        } catch (RuntimeException e) {
            LOG.warn("Attachments cannot be asked about now", e);
            return List.of();
        }
    }

    private void settle(Due due) {
        AttachmentId id = due.attachment();
        if (isUnattached(id)) {
            attachments.find(id).ifPresent(attachments::expire);
        }
        if (!isWanted(id, due.sha256())) {
            content.release(id, due.sha256(), clock.instant());
        }
        content.settled(due);
    }

    private boolean isUnattached(AttachmentId id) {
        return attachments
                .find(id)
                .filter(known -> known.place() == null && !known.erased())
                .isPresent();
    }

    /** An upload that broke off before its event left bytes of which the log does not know. */
    private boolean isWanted(AttachmentId id, Sha256 sha256) {
        Optional<Attachment> known = attachments.find(id);
        return known.isPresent()
                && known.get().file().sha256().equals(sha256)
                && !known.get().erased();
    }
}
