package dev.docket.command.attachment;

import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentEvent.AttachmentErased;
import dev.docket.event.attachment.AttachmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a file that nothing has brought along for too long. */
public record ExpireAttachment(@TargetAggregateIdentifier AttachmentId attachment) {

    Decision<AttachmentEvent> decide(Attachment known) {
        return known.place() != null || known.erased()
                ? Decision.nothing()
                : Decision.happened(
                        new AttachmentErased(attachment, "Nothing brought it along in time"));
    }
}
