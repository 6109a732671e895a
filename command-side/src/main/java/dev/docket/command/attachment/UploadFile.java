package dev.docket.command.attachment;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentEvent.AttachmentUploaded;
import dev.docket.event.attachment.AttachmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a file known whose bytes the store has. */
public record UploadFile(@TargetAggregateIdentifier AttachmentId attachment, AttachedFile file) {

    Decision<AttachmentEvent> decide(Actor actor) {
        return file.size() == 0
                ? Decision.refused(AttachmentRule.FILE_IS_EMPTY, "The file has no bytes")
                : Decision.happened(
                        new AttachmentUploaded(
                                attachment,
                                file.name(),
                                file.mediaType(),
                                file.size(),
                                file.sha256(),
                                actor.person()));
    }
}
