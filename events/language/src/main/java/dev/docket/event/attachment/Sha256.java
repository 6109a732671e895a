package dev.docket.event.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a file's bytes, as 64 hexadecimal digits in lower case. It names the bytes
 * wherever they are kept. A text of another form is an {@link IllegalArgumentException}.
 */
public record Sha256(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sha256 {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is no SHA-256".formatted(value));
        }
    }

    public static Sha256 of(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return value;
    }
}
