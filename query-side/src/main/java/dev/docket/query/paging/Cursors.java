package dev.docket.query.paging;

import dev.docket.edge.Problem;
import dev.docket.event.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * The cursors of one list of one organisation: where a page begins, in a form that clients hand
 * back and do not read. A cursor of another list or another organisation is refused, so that a
 * mix-up is told and not answered with some page. That keeps nobody out: every query names the
 * organisation by itself.
 */
public final class Cursors {

    /** PostgreSQL's texts cannot hold it, so no part that came from there does. */
    private static final String SEPARATOR = "\0";

    private static final int MARK = 8;

    private final String mark;

    /**
     * @param list its name, and whatever else makes one list another: its order, its ticket
     */
    public Cursors(UUID tenant, String... list) {
        String name = String.join(SEPARATOR, list);
        mark = Ids.named("cursor", tenant.toString(), name).toString().substring(0, MARK);
    }

    public String of(String... parts) {
        String text = mark + SEPARATOR + String.join(SEPARATOR, parts);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parts of a cursor that has one of these many; anything else was not made here. */
    public List<String> parts(String cursor, int... counts) {
        List<String> parts = List.of(decoded(cursor).split(SEPARATOR, -1));
        boolean fits = Arrays.stream(counts).anyMatch(count -> parts.size() == count + 1);
        if (!fits || !parts.getFirst().equals(mark)) {
            throw forged();
        }
        return parts.subList(1, parts.size());
    }

    /** The only part of a cursor, a number. */
    public long number(String cursor) {
        try {
            return Long.parseLong(parts(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw forged();
        }
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw forged();
        }
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
