package dev.docket.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.query.paging.Paged;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first.
 *
 * @param facets how many of all that were found have which value, if it was asked for
 * @param nextCursor where the next part begins, or null after the last
 * @param tookMillis as Elasticsearch counts
 */
record SearchAnswer(
        List<FoundTicket> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<Facet>> facets,
        @Nullable String nextCursor,
        Total total,
        long tookMillis)
        implements Paged {}
