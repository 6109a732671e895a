package dev.docket.query.search;

import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;

/**
 * How many were found.
 *
 * @param atLeast whether there are more, which nobody counted
 */
public record Total(long count, boolean atLeast) {

    public static final Total NONE = new Total(0, false);

    public static Total of(ResponseBody<?> response) {
        TotalHits total = response.hits().total();
        return total == null
                ? new Total(0, true)
                : new Total(total.value(), total.relation() == TotalHitsRelation.Gte);
    }
}
