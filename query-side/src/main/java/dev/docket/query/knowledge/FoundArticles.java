package dev.docket.query.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.query.paging.Paged;
import dev.docket.query.search.Facet;
import dev.docket.query.search.Total;
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
 * @param nextCursor where the next part begins, or null after the last
 * @param tookMillis as Elasticsearch counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundArticles(
        List<Found> items,
        @Nullable Map<String, List<Facet>> facets,
        @Nullable String didYouMean,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        Total total,
        long tookMillis)
        implements Paged {

    FoundArticles with(List<Found> others) {
        return new FoundArticles(others, facets, didYouMean, nextCursor, total, tookMillis);
    }

    /**
     * @param published whether readers see it
     * @param highlights passages as HTML, by where they stand: {@code title}, {@code summary},
     *     {@code body}
     */
    public record Found(
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
}
