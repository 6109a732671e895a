package dev.docket.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An organisation whose data no other organisation can see. */
public record TenantId(@JsonValue UUID value) implements Comparable<TenantId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {}

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
