package dev.docket.query.attachment;

import dev.docket.edge.Caller;
import dev.docket.query.freshness.View;
import java.util.Optional;
import java.util.UUID;

/** What has attachments, and knows who may see them; a feature makes it a bean. */
public interface AttachmentSource {

    /** From which view it knows. */
    View view();

    /** Empty if there is no such file there, or the caller may not know of it. */
    Optional<StoredFile> find(UUID attachment, Caller caller);

    /** Empty if there is no such file there, or not everybody may have it. */
    default Optional<OpenFile> findOpen(UUID attachment) {
        return Optional.empty();
    }
}
