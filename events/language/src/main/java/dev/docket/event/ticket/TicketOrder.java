package dev.docket.event.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * In which order a list of tickets comes: a field, with a {@code -} before it for downwards. Any
 * other text is an {@link IllegalArgumentException}.
 */
public record TicketOrder(@JsonValue String value) {

    private static final Set<String> FIELDS = Set.of("updatedAt", "openedAt", "priority", "number");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TicketOrder {
        if (!FIELDS.contains(value.startsWith("-") ? value.substring(1) : value)) {
            throw new IllegalArgumentException(
                    "not one of updatedAt, openedAt, priority, number, with a '-' for downwards");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
