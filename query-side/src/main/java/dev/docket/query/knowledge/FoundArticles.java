package dev.docket.query.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first.
 *
 * @param facets how many of all that were found have which value, if it was asked for
 * @param didYouMean the question with words that articles have in place of those that none has
 * @param tookMillis as Elasticsearch counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundArticles(
        List<Found> items,
        @Nullable Map<String, List<Facet>> facets,
        @Nullable String didYouMean,
        Total total,
        long tookMillis) {

    /**
     * @param published whether readers see it
     * @param highlights passages as HTML, by where they stand: {@code title}, {@code summary},
     *     {@code body}
     */
    record Found(
            UUID id,
            UUID organisation,
            boolean published,
            String language,
            String title,
            String summary,
            @Nullable UUID category,
            List<String> tags,
            boolean featured,
            @Nullable Instant publishedAt,
            Map<String, List<String>> highlights) {}

    record Facet(String value, long count) {}

    /**
     * @param atLeast whether there are more, which nobody counted
     */
    record Total(long count, boolean atLeast) {}
}
