package dev.docket.event.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an article; it is also the name of its stream. */
public record ArticleId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArticleId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
