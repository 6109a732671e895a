package dev.docket.event.attachment;

import java.util.UUID;

/** What an attachment belongs to; who may see that may see the attachment. */
public record Place(Kind kind, UUID id) {

    /** What may have attachments. */
    public enum Kind {
        TICKET,
        ARTICLE
    }
}
