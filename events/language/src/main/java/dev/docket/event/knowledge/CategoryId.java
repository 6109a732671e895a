package dev.docket.event.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a category of articles. */
public record CategoryId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CategoryId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
