package dev.docket.event.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An e-mail address in lower case, of at most 254 characters (RFC 5321, section 4.5.3.1.3). Text
 * that has no {@code @} between two parts, or has white space, is an {@link
 * IllegalArgumentException}.
 */
public record EmailAddress(@JsonValue String value) {

    public static final int LONGEST = 254;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        int at = value.indexOf('@');
        boolean wellFormed = at > 0 && at == value.lastIndexOf('@') && at < value.length() - 1;
        if (!wellFormed
                || value.length() > LONGEST
                || value.chars().anyMatch(c -> Character.isWhitespace(c) || c < ' ')) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
