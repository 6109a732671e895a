package dev.docket.query.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins, or null after the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) implements Paged {

    /**
     * @param rows one more than asked for, if there are more
     * @param cursor of the last row that is shown
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(List.copyOf(shown), cursor.apply(shown.getLast()));
    }
}
