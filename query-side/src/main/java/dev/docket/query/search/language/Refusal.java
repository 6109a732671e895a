package dev.docket.query.search.language;

import org.jspecify.annotations.Nullable;

/**
 * Why a query is not answered.
 *
 * @param rule a stable word for programs
 * @param detail one sentence for people
 * @param didYouMean what to write in place of what is at fault, if that can be guessed
 */
public record Refusal(String rule, String detail, Span at, @Nullable String didYouMean) {

    public static Refusal of(String rule, String detail, Span at) {
        return new Refusal(rule, detail, at, null);
    }

    public RefusedQueryException asException() {
        return new RefusedQueryException(this);
    }
}
