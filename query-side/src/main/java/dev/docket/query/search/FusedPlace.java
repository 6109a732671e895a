package dev.docket.query.search;

import dev.docket.query.paging.Cursors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * How far somebody is in a list that was found by words and by meaning. It brings along what was
 * near in meaning, so that the next page fits whether or not that could be found again.
 *
 * @param nearest in meaning, best first; empty for a list that was found by words alone
 * @param shown how many of the fused part of the list were shown
 */
public record FusedPlace(List<UUID> nearest, int shown) {

    /** So many of those that words find are fused with what is near in meaning. */
    public static final int WORDS = 100;

    /** So many are near in meaning; all of them go into a cursor. */
    public static final int NEAREST = 50;

    /** In a list that was found by words alone. */
    public static final FusedPlace NONE = new FusedPlace(List.of(), 0);

    /** Two parts of a cursor, or none. */
    public List<String> parts() {
        if (nearest.isEmpty()) {
            return List.of();
        }
        ByteBuffer bytes = ByteBuffer.allocate(nearest.size() * Long.BYTES * 2);
        nearest.forEach(id ->
                bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return List.of(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()),
                Integer.toString(shown));
    }

    /**
     * @param parts of a cursor, none or two
     */
    public static FusedPlace parse(List<String> parts) {
        if (parts.isEmpty()) {
            return NONE;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.get(0)));
            int count = bytes.remaining() / (Long.BYTES * 2);
            int shown = Integer.parseInt(parts.get(1));
            if (bytes.remaining() % (Long.BYTES * 2) != 0
                    || count == 0
                    || count > NEAREST
                    || shown < 0
                    || shown > WORDS + NEAREST) {
                throw Cursors.forged();
            }
            List<UUID> nearest = new ArrayList<>();
            while (bytes.hasRemaining()) {
                nearest.add(new UUID(bytes.getLong(), bytes.getLong()));
            }
            return new FusedPlace(List.copyOf(nearest), shown);
        } catch (IllegalArgumentException notOurs) {
            throw Cursors.forged();
        }
    }
}
