package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a page of what was found begins.
 *
 * @param last what words found last, by what the list is ordered by; empty while it is still fused
 * @param fused how far the fused part of the list was shown
 */
public record ListPlace(Optional<List<FieldValue>> last, FusedPlace fused) {

    /** While the list is still fused. */
    static ListPlace in(FusedPlace fused) {
        return new ListPlace(Optional.empty(), fused);
    }

    /**
     * @param parts of a cursor, as {@link #parts} makes them
     * @param order how what the list is ordered by is read, the score first
     * @throws NumberFormatException if a part that should be a number is none
     */
    public static ListPlace parse(List<String> parts, List<Function<String, FieldValue>> order) {
        FusedPlace fused = FusedPlace.parse(parts.subList(order.size(), parts.size()));
        if (!fused.nearest().isEmpty() && parts.getFirst().isEmpty()) {
            return in(fused);
        }
        List<FieldValue> last =
                IntStream.range(0, order.size())
                        .mapToObj(place -> order.get(place).apply(parts.get(place)))
                        .toList();
        return new ListPlace(Optional.of(last), fused);
    }

    /** Reads how well something was found. */
    public static FieldValue score(String part) {
        double score = Double.parseDouble(part);
        if (!(Math.abs(score) <= Float.MAX_VALUE)) {
            throw Cursors.forged();
        }
        return FieldValue.of(score);
    }

    /** Reads a number. */
    public static FieldValue number(String part) {
        return FieldValue.of(Long.parseLong(part));
    }

    /**
     * The parts of a cursor.
     *
     * @param order by how many values the list is ordered
     */
    public List<String> parts(int order) {
        List<String> ordered =
                last.map(values ->
                                values.stream().map(value -> String.valueOf(value._get())).toList())
                        .orElseGet(() -> Collections.nCopies(order, ""));
        return Stream.concat(ordered.stream(), fused.parts().stream()).toList();
    }
}
