package dev.docket.event.attachment;

import dev.docket.event.DomainEvent;
import dev.docket.event.people.PersonId;

/**
 * Everything that can happen to an attachment, in the order of its life. A file is uploaded by
 * itself, and belongs to nothing until something that its uploader writes brings it along. The
 * bytes are not in the log: they are kept under their hash, until the attachment is erased.
 */
public sealed interface AttachmentEvent extends DomainEvent {

    AttachmentId attachment();

    /**
     * @param name without a path, 1 to 255 characters
     * @param mediaType as its bytes tell, whatever its sender said
     * @param size in bytes
     */
    record AttachmentUploaded(
            AttachmentId attachment,
            String name,
            String mediaType,
            long size,
            Sha256 sha256,
            PersonId uploader)
            implements AttachmentEvent {}

    /** It belongs there from now on, and nowhere else. */
    record AttachmentPlaced(AttachmentId attachment, Place place) implements AttachmentEvent {}

    /** Nobody sees it any more, and its bytes are kept no longer on its account. */
    record AttachmentErased(AttachmentId attachment, String reason) implements AttachmentEvent {}
}
