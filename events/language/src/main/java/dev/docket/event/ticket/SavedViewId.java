package dev.docket.event.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a view of the queue that somebody has saved. */
public record SavedViewId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SavedViewId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
