package dev.docket.edge;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a value has to look like, in words of those who send it. */
final class Expected {

    private Expected() {}

    static String of(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type.isRecord() && type.getRecordComponents().length == 1) {
            return ofOnly(type.getRecordComponents()[0]);
        }
        return ofPlain(type);
    }

    /** A record of one value travels as that value, unless it is a body with one field. */
    private static String ofOnly(RecordComponent component) {
        return component.getName().equals("value") ? of(component.getType()) : "an object";
    }

    private static String ofPlain(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == UUID.class) {
            return "an id like 01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a";
        }
        if (type == Instant.class) {
            return "a time like 2026-11-20T08:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a day like 2026-11-20";
        }
        if (type == Duration.class) {
            return "a duration like PT4H";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type)
                ? "a whole number"
                : "an object";
    }
}
