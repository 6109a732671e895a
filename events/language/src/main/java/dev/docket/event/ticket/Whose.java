package dev.docket.event.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Whose tickets a list shows: those of whoever looks at it ({@code me}), of nobody ({@code none}),
 * or of the person with an id. Any other text is an {@link IllegalArgumentException}.
 */
public record Whose(@JsonValue String value) {

    public static final Whose MINE = new Whose("me");
    public static final Whose NOBODYS = new Whose("none");

    private static final int UUID_LENGTH = 36;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Whose {
        value = value.equals("me") || value.equals("none") ? value : id(value);
    }

    private static String id(String text) {
        try {
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text).toString();
            }
        } catch (IllegalArgumentException notHexadecimal) {
            throw new IllegalArgumentException("neither me nor none nor an id", notHexadecimal);
        }
        throw new IllegalArgumentException("neither me nor none nor an id");
    }

    @Override
    public String toString() {
        return value;
    }
}
