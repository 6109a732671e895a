package dev.docket.query.paging;

import dev.docket.edge.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The parameters of a query: what is unknown or does not fit is refused by name. One that is there
 * and empty counts as absent, as forms send it.
 */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST = 500;
    private static final int LONGEST_CURSOR = 4_000;
    private static final int MOST_VALUES = 100;
    private static final int UUID_LENGTH = 36;

    /** Years of four digits, with which everything behind this can count. */
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final Map<String, String[]> given;

    public Parameters(HttpServletRequest request, String... known) {
        this(request, Set.of(known));
    }

    public Parameters(HttpServletRequest request, Set<String> known) {
        this(request.getParameterMap(), known);
    }

    private Parameters(Map<String, String[]> given, Set<String> known) {
        this.given = given;
        refuseUnknown(given.keySet(), known);
    }

    /** Of what stands after the question mark of an address, encoded as it is there. */
    public static Parameters ofQuery(String query, Set<String> known) {
        Map<String, String[]> given = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                String[] before = given.getOrDefault(name, new String[0]);
                String[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = value;
                given.put(name, after);
            }
        }
        return new Parameters(given, known);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw refused(text, "'%s' is not encoded as addresses are".formatted(text));
        }
    }

    /** For a query that takes none. */
    public static void none(HttpServletRequest request) {
        refuseUnknown(request.getParameterMap().keySet(), Set.of());
    }

    private static void refuseUnknown(Set<String> given, Set<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw refused(name, unknown(name, known));
            }
        }
    }

    private static String unknown(String name, Set<String> known) {
        return known.isEmpty()
                ? "There is no parameter '%s' here, nor any other".formatted(name)
                : "There is no parameter '%s' here; there are %s"
                        .formatted(name, String.join(", ", new TreeSet<>(known)));
    }

    public @Nullable String text(String name) {
        return text(name, LONGEST);
    }

    /** Where a page begins; what it means is for the list to say that gave it. */
    public @Nullable String cursor() {
        return text("cursor", LONGEST_CURSOR);
    }

    /** What somebody typed or pasted, with whatever is in it: for those who only look for words. */
    public @Nullable String words(String name) {
        return brief(name, LONGEST);
    }

    /** The same down to the last space, for those who speak of places in it. */
    public @Nullable String typed(String name) {
        brief(name, LONGEST);
        String[] values = given.getOrDefault(name, new String[0]);
        return values.length == 0 ? null : brief(name, values[0], LONGEST);
    }

    private @Nullable String text(String name, int longest) {
        String value = brief(name, longest);
        return value == null ? null : printable(name, value);
    }

    private @Nullable String brief(String name, int longest) {
        String[] values = given.getOrDefault(name, new String[0]);
        if (values.length > 1) {
            throw refused(name, "'%s' is given once".formatted(name));
        }
        return values.length == 0 || values[0].isBlank() ? null : brief(name, values[0], longest);
    }

    private static String brief(String name, String value, int longest) {
        if (value.length() > longest) {
            throw refused(name, "'%s' has at most %d characters".formatted(name, longest));
        }
        return value;
    }

    private static String printable(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c))) {
            throw refused(name, "'%s' has no control characters".formatted(name));
        }
        return value;
    }

    /** Values that are repeated or parted by commas. */
    public List<String> texts(String name) {
        List<String> values =
                Arrays.stream(given.getOrDefault(name, new String[0]))
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(value -> printable(name, brief(name, value, LONGEST)))
                        .toList();
        if (values.size() > MOST_VALUES) {
            throw refused(name, "'%s' has at most %d values".formatted(name, MOST_VALUES));
        }
        return values;
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
        throw notOneOf(
                name,
                value,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** One of some words. */
    public @Nullable String oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw notOneOf(name, value, allowed);
        }
        return value;
    }

    private static RuntimeException notOneOf(String name, String value, List<String> allowed) {
        return refused(name, "'%s' is not one of %s".formatted(value, String.join(", ", allowed)));
    }

    public boolean flag(String name) {
        return "true".equals(oneOf(name, List.of("true", "false")));
    }

    public @Nullable UUID id(String name) {
        String value = text(name);
        try {
            if (value == null) {
                return null;
            }
            if (value.length() == UUID_LENGTH) {
                return UUID.fromString(value);
            }
        } catch (IllegalArgumentException notHexadecimal) {
            throw notAnId(name, value);
        }
        throw notAnId(name, value);
    }

    private static RuntimeException notAnId(String name, @Nullable String value) {
        return refused(
                name,
                "'%s' is not an id like 01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a".formatted(value));
    }

    /** An instant in ISO 8601 with its zone, such as {@code 2026-11-20T08:00:00Z}. */
    public @Nullable Instant instant(String name) {
        String value = text(name);
        return value == null ? null : instant(name, value);
    }

    public static Instant instant(String name, String value) {
        try {
            Instant instant = Instant.parse(value);
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException notATime) {
            throw notATime(name, value);
        }
        throw notATime(name, value);
    }

    private static RuntimeException notATime(String name, String value) {
        return refused(
                name,
                "'%s' is not a time like 2026-11-20T08:00:00Z, of the years 1000 to 9999"
                        .formatted(value));
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

    /** A number from 0 to the largest. */
    public int number(String name, int usual, int largest) {
        String value = text(name);
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongNumber(name, largest);
        }
        throw wrongNumber(name, largest);
    }

    private static RuntimeException wrongNumber(String name, int largest) {
        return refused(name, "'%s' is a number from 0 to %d".formatted(name, largest));
    }

    public static RuntimeException refused(String name, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "wrong-parameter", detail, name).asException();
    }
}
