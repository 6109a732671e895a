package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex.Field;
import dev.docket.query.paging.Cursors;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks Elasticsearch. Words are first compared as they are written. If that leaves the first page
 * unfilled, those that few tickets have may be misspelt and are looked for as such, which costs a
 * multiple of the rest.
 */
final class TicketSearcher {

    private static final int COUNTED = 1_000;

    private final SearchIndex index;
    private final KnownWords known = new KnownWords();

    TicketSearcher(SearchIndex index) {
        this.index = index;
    }

    /**
     * @param copy the same for one person's searches, so that the pages of a list come from one
     *     copy of the index and are ordered alike
     */
    record Wish(
            UUID tenant,
            Asked asked,
            SearchFilter filter,
            boolean withFacets,
            Optional<SearchCursor> after,
            Cursors cursors,
            int limit,
            String copy) {

        AskedWords words() {
            return asked.words();
        }
    }

    /** What was found, and which stems were taken for misspelt. */
    record Found(ResponseBody<TicketDocument> response, Set<String> doubted) {}

    Found search(Wish wish) {
        if (wish.after().isPresent()) {
            return search(wish, wish.after().get().doubted(wish.words().stems()));
        }
        Found asWritten = search(wish, Set.of());
        if (asWritten.response().hits().hits().size() >= wish.limit()) {
            return asWritten;
        }
        List<String> unknown =
                wish.words().doubtful().stream()
                        .filter(stem -> !known.contains(wish.filter(), stem))
                        .toList();
        Set<String> doubted = unknown.isEmpty() ? Set.of() : rare(unknown, wish);
        return doubted.isEmpty() ? asWritten : search(wish, doubted);
    }

    private Found search(Wish wish, Set<String> doubted) {
        SearchRequest request = request(wish, doubted);
        return new Found(index.search(request, TicketDocument.class), doubted);
    }

    /** Those that few tickets have. */
    private Set<String> rare(List<String> stems, Wish wish) {
        MsearchRequest counts =
                MsearchRequest.of(all ->
                        all.index(index.alias())
                                .searches(stems.stream().map(stem -> count(stem, wish)).toList()));
        List<MultiSearchResponseItem<Void>> answers = index.counts(counts);
        Set<String> rare = new HashSet<>();
        for (int place = 0; place < stems.size(); place++) {
            TotalHits having = answers.get(place).result().hits().total();
            if (having != null && having.value() >= KnownWords.FROM) {
                known.add(wish.filter(), stems.get(place));
            } else {
                rare.add(stems.get(place));
            }
        }
        return rare;
    }

    private static RequestItem count(String stem, Wish wish) {
        return RequestItem.of(item ->
                item.header(header -> header.preference(wish.copy()))
                        .body(search ->
                                search.query(wish.filter().having(stem))
                                        .trackTotalHits(hits -> hits.count(KnownWords.FROM))
                                        .size(0)));
    }

    private SearchRequest request(Wish wish, Set<String> doubted) {
        return SearchRequest.of(search -> {
            search.index(index.alias())
                    .preference(wish.copy())
                    .query(SearchQuery.of(wish.asked(), wish.filter(), doubted))
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
}
