package dev.docket.command.attachment;

import dev.docket.event.attachment.AttachmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for the answer to an upload that may have been recorded before, under the same key. */
record RepeatUpload(@TargetAggregateIdentifier AttachmentId attachment) {}
