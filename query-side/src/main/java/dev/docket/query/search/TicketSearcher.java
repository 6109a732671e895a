package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
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
    record Found(ResponseBody<TicketDocument> response, Set<String> doubted) {

        List<Hit<TicketDocument>> hits() {
            return response.hits().hits();
        }

        List<UUID> ids() {
            return hits().stream().map(SearchIndex::id).toList();
        }
    }

    /**
     * How much is asked for.
     *
     * @param isShown whether the tickets themselves are wanted
     */
    private record Extent(int size, boolean isShown) {

        /** What is fused, and whether there is more. */
        static final Extent BEST = new Extent(FusedPlace.WORDS + 1, false);
    }

    /** A page, and whether there is another one. */
    Found search(Wish wish) {
        return search(wish, new Extent(wish.limit() + 1, true));
    }

    /** The best that words find, without what they say. */
    Found best(Wish wish) {
        return search(wish, Extent.BEST);
    }

    private Found search(Wish wish, Extent extent) {
        if (wish.after().isPresent()) {
            return search(wish, wish.after().get().doubted(wish.words().stems()), extent);
        }
        Found asWritten = search(wish, Set.of(), extent);
        if (asWritten.hits().size() >= wish.limit()) {
            return asWritten;
        }
        List<String> unknown =
                wish.words().doubtful().stream()
                        .filter(stem -> !known.contains(wish.filter(), stem))
                        .toList();
        Set<String> doubted = unknown.isEmpty() ? Set.of() : rare(unknown, wish);
        return doubted.isEmpty() ? asWritten : search(wish, doubted, extent);
    }

    /** Those of some tickets that fulfil all that is demanded, but for words. */
    List<UUID> visible(Wish wish, List<UUID> ids) {
        return those(wish, ids, new Extent(ids.size(), false)).stream()
                .map(SearchIndex::id)
                .toList();
    }

    /** The same, with what they say, in no order. */
    List<Hit<TicketDocument>> tickets(Wish wish, List<UUID> ids) {
        return those(wish, ids, new Extent(ids.size(), true));
    }

    private List<Hit<TicketDocument>> those(Wish wish, List<UUID> ids, Extent extent) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query =
                Query.of(all ->
                        all.bool(bool ->
                                bool.filter(Clauses.ids(ids))
                                        .filter(wish.filter().conditions())
                                        .filter(wish.asked().demands())));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .preference(wish.copy())
                                .query(query)
                                .source(source(wish, extent))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(extent.size()));
        return index.search(request, TicketDocument.class).hits().hits();
    }

    private Found search(Wish wish, Set<String> doubted, Extent extent) {
        SearchRequest request = request(wish, doubted, extent);
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

    private SearchRequest request(Wish wish, Set<String> doubted, Extent extent) {
        return SearchRequest.of(search -> {
            search.index(index.alias())
                    .preference(wish.copy())
                    .query(SearchQuery.of(wish.asked(), wish.filter(), doubted))
                    .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                    .sort(by -> by.field(f -> f.field(Field.NUMBER).order(SortOrder.Desc)))
                    .trackTotalHits(hits -> hits.count(COUNTED))
                    .source(source(wish, extent))
                    .size(extent.size());
            wish.after()
                    .flatMap(SearchCursor::last)
                    .ifPresent(last -> search.searchAfter(last.sort()));
            return wish.withFacets() ? search.aggregations(Facets.asked()) : search;
        });
    }

    private static SourceConfig source(Wish wish, Extent extent) {
        return extent.isShown()
                ? SourceConfig.of(
                        source -> source.filter(filter -> filter.excludes(hidden(wish.filter()))))
                : SourceConfig.of(source -> source.fetch(false));
    }

    private static List<String> hidden(SearchFilter filter) {
        return filter.withNotes() ? List.of() : List.of(Field.NOTES);
    }
}
