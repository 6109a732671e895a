package dev.docket.query.paging;

import dev.docket.edge.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The parameters of a query: what is unknown or does not fit is refused by name. */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST = 500;

    private final Map<String, String[]> given;

    public Parameters(Map<String, String[]> given, Set<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw refused(
                        name, "There is no parameter '%s'; known are %s".formatted(name, known));
            }
        }
        this.given = given;
    }

    public @Nullable String text(String name) {
        String[] values = given.get(name);
        if (values == null || values.length == 0 || values[0].isBlank()) {
            return null;
        }
        if (values.length > 1 || values[0].length() > LONGEST) {
            throw refused(
                    name,
                    "'%s' is given once and has at most %d characters".formatted(name, LONGEST));
        }
        return values[0];
    }

    /** Values that are repeated or parted by commas. */
    public List<String> texts(String name) {
        return Arrays.stream(given.getOrDefault(name, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(LONGEST)
                .toList();
    }

    public <E extends Enum<E>> List<String> enums(String name, Class<E> type) {
        return texts(name).stream().map(value -> parse(name, value, type).name()).toList();
    }

    public <E extends Enum<E>> E anEnum(String name, Class<E> type, E otherwise) {
        String value = text(name);
        return value == null ? otherwise : parse(name, value, type);
    }

    private static <E extends Enum<E>> E parse(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw refused(
                name,
                "'%s' is not one of %s"
                        .formatted(
                                value,
                                Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    public @Nullable UUID id(String name) {
        String value = text(name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw refused(name, "'%s' is not an id".formatted(value));
        }
    }

    /** An instant in ISO 8601 with its zone, such as {@code 2026-11-20T08:00:00Z}. */
    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw refused(name, "'%s' is not a time like 2026-11-20T08:00:00Z".formatted(value));
        }
    }

    public int limit() {
        return limit(DEFAULT_LIMIT, LARGEST_LIMIT);
    }

    public int limit(int usual, int largest) {
        String value = text("limit");
        if (value == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= largest) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongLimit(largest);
        }
        throw wrongLimit(largest);
    }

    private static RuntimeException wrongLimit(int largest) {
        return refused("limit", "'limit' is a number from 1 to " + largest);
    }

    public static RuntimeException refused(String name, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "wrong-parameter", detail, name).asException();
    }
}
