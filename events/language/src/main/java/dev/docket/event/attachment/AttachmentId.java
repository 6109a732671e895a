package dev.docket.event.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an attachment; it is also the name of its stream. */
public record AttachmentId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttachmentId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
