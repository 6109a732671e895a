package dev.docket.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How many of all that were found have a value.
 *
 * @param name of a person, where the value is one
 */
public record Facet(
        String value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        long count) {

    public static Facet of(String value, long count) {
        return new Facet(value, null, count);
    }
}
