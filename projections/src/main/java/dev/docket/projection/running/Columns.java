package dev.docket.projection.running;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Columns of a batch, for {@code unnest}: one statement writes all rows. */
public final class Columns {

    private Columns() {}

    public static <R> SqlArrayValue of(
            String type, Collection<R> rows, Function<R, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray(array(type)));
    }

    /** The driver sends arrays of these classes as they are, others as text with quotes. */
    private static IntFunction<Object[]> array(String type) {
        return switch (type) {
            case "text" -> String[]::new;
            case "bigint" -> Long[]::new;
            case "integer" -> Integer[]::new;
            case "smallint" -> Short[]::new;
            case "boolean" -> Boolean[]::new;
            default -> Object[]::new;
        };
    }
}
