package dev.docket.projection.running;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Columns of a batch, for {@code unnest}: one statement writes all rows. And what is read from the
 * columns of a row.
 */
public final class Columns {

    private static final String SEPARATOR = "\u001f";

    private Columns() {}

    /**
     * @param value as the driver takes it, or an {@link Instant}
     */
    public static <R> SqlArrayValue of(
            String type, Collection<R> rows, Function<R, @Nullable Object> value) {
        return new SqlArrayValue(
                type, rows.stream().map(row -> taken(value.apply(row))).toArray(array(type)));
    }

    private static @Nullable Object taken(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
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

    /** A list as one text, since {@code unnest} flattens arrays. */
    public static String joined(Collection<?> elements) {
        return elements.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    /** Of an array of anything; none of an absent one. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A time that may be absent. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
