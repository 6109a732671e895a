package dev.docket.event.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a set of words that search takes for one another. */
public record SynonymsId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SynonymsId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
