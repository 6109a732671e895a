package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex.Field;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.TicketSearcher.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Asks Elasticsearch. Words are first compared as they are written. If that leaves the first page
 * unfilled, those that few tickets have may be misspelt and are looked for as such, which costs a
 * multiple of the rest. What is found tells which stems were taken for misspelt.
 */
final class TicketSearcher implements WordSearch<Wish, TicketDocument, Set<String>> {

    private static final int COUNTED = 1_000;

    private final SearchIndex index;
    private final KnownWords known = new KnownWords();

    TicketSearcher(SearchIndex index) {
        this.index = index;
    }

    record Wish(
            UUID tenant,
            Asked asked,
            SearchFilter filter,
            boolean withFacets,
            Optional<SearchCursor> after,
            Cursors cursors,
            int limit,
            String copy)
            implements SearchWish {

        AskedWords words() {
            return asked.words();
        }

        @Override
        public Optional<ListPlace> from() {
            return after.map(SearchCursor::place);
        }

        @Override
        public List<Query> demands() {
            return with(asked.demands());
        }

        /** An index of vectors does not know what tickets say. */
        @Override
        public List<UUID> near(Nearest nearest) {
            return asked.hasMeaning()
                    ? nearest.to(words().text(), with(asked.properties()), copy)
                    : List.of();
        }

        private List<Query> with(List<Query> others) {
            return Stream.concat(filter.conditions().stream(), others.stream()).toList();
        }

        @Override
        public SourceConfig shown() {
            List<String> hidden = filter.withNotes() ? List.of() : List.of(Field.NOTES);
            return SourceConfig.of(source -> source.filter(fields -> fields.excludes(hidden)));
        }
    }

    @Override
    public Found<TicketDocument, Set<String>> search(Wish wish, Extent extent) {
        if (wish.after().isPresent()) {
            return search(wish, wish.after().get().doubted().among(wish.words().stems()), extent);
        }
        Found<TicketDocument, Set<String>> asWritten = search(wish, Set.of(), extent);
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

    private Found<TicketDocument, Set<String>> search(
            Wish wish, Set<String> doubted, Extent extent) {
        SearchRequest request = request(wish, doubted, extent);
        return new Found<>(index.search(request, TicketDocument.class), doubted);
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
                    .source(extent.source())
                    .size(extent.size());
            wish.from().flatMap(ListPlace::last).ifPresent(last -> search.searchAfter(last));
            return wish.withFacets() ? search.aggregations(Facets.asked()) : search;
        });
    }
}
