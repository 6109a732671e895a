package dev.docket.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex;
import dev.docket.index.TicketIndex.Field;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.SearchQuery.Strictness;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks Elasticsearch. Words are first compared as they are written; only where that leaves the
 * first page unfilled, misspelt ones are looked for as well, which costs a multiple.
 */
final class TicketSearcher {

    private static final int NOT_FOUND = 404;
    private static final int COUNTED = 1_000;

    private final ElasticsearchClient elasticsearch;
    private final TicketIndex index;
    private final Breaker breaker;

    TicketSearcher(ElasticsearchClient elasticsearch, TicketIndex index, Breaker breaker) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.breaker = breaker;
    }

    /**
     * @param copy the same for one person's searches, so that the pages of a list come from one
     *     copy of the index and are ordered alike
     */
    record Wish(
            UUID tenant,
            AskedWords words,
            SearchFilter filter,
            boolean withFacets,
            Optional<SearchCursor> after,
            Cursors cursors,
            int limit,
            String copy) {}

    /** What was found, and how strictly words were compared for it. */
    record Found(SearchResponse<TicketDocument> response, Strictness strictness) {

        SearchAnswer.Total total() {
            TotalHits total = response.hits().total();
            return total == null
                    ? new SearchAnswer.Total(0, true)
                    : new SearchAnswer.Total(
                            total.value(), total.relation() == TotalHitsRelation.Gte);
        }
    }

    Found search(Wish wish) {
        if (wish.after().isPresent()) {
            return search(wish, wish.after().get().strictness());
        }
        Found found = search(wish, Strictness.AS_WRITTEN);
        boolean mayBeMisspelt = found.response().hits().hits().size() < wish.limit();
        return mayBeMisspelt && !wish.words().stems().isEmpty()
                ? search(wish, Strictness.MISSPELT)
                : found;
    }

    private Found search(Wish wish, Strictness strictness) {
        SearchRequest request = request(wish, strictness);
        return new Found(
                ask(() -> elasticsearch.search(request, TicketDocument.class)), strictness);
    }

    private SearchRequest request(Wish wish, Strictness strictness) {
        return SearchRequest.of(search -> {
            search.index(index.readAlias())
                    .preference(wish.copy())
                    .query(SearchQuery.of(wish.words(), wish.filter(), strictness))
                    .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                    .sort(by -> by.field(f -> f.field(Field.NUMBER).order(SortOrder.Desc)))
                    .trackTotalHits(hits -> hits.count(COUNTED))
                    .source(source ->
                            source.filter(filter -> filter.excludes(hidden(wish.filter()))))
                    .size(wish.limit() + 1);
            wish.after().ifPresent(cursor -> search.searchAfter(after(cursor)));
            return wish.withFacets() ? search.aggregations(Facets.asked()) : search;
        });
    }

    private static List<FieldValue> after(SearchCursor cursor) {
        return List.of(FieldValue.of(cursor.score()), FieldValue.of(cursor.number()));
    }

    private static List<String> hidden(SearchFilter filter) {
        return filter.withNotes() ? List.of() : List.of(Field.NOTES);
    }

    /** Makes findable what the index has been sent so far. */
    void refresh() {
        ask(() -> elasticsearch.indices().refresh(request -> request.index(index.readAlias())));
    }

    private interface Asking<T> {
        T answer() throws IOException;
    }

    private <T> T ask(Asking<T> asking) {
        return breaker.call(() -> {
            try {
                return asking.answer();
            } catch (ElasticsearchException e) {
                throw refused(e);
            } catch (IOException e) {
                throw new SearchAwayException("Elasticsearch does not answer", e);
            }
        });
    }

    private static RuntimeException refused(ElasticsearchException e) {
        boolean isOurFault = e.status() >= 400 && e.status() < 429 && e.status() != NOT_FOUND;
        return isOurFault ? e : new SearchAwayException("Elasticsearch is not ready", e);
    }
}
