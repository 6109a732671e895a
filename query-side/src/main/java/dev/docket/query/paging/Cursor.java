package dev.docket.query.paging;

import dev.docket.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Where a page begins, in a form that clients hand back and do not read. */
public final class Cursor {

    private static final String SEPARATOR = "|";

    private Cursor() {}

    public static String of(String... parts) {
        byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The parts of a cursor that has so many; anything else was not made by us. */
    public static List<String> parts(String cursor, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split("\\|", -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            throw forged();
        }
        throw forged();
    }

    public static RuntimeException forged() {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "wrong-cursor",
                        "The cursor is not one that this list gave",
                        "cursor")
                .asException();
    }
}
