package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.docket.index.ArticleDocument;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.knowledge.ArticleSearch.Wish;
import dev.docket.query.knowledge.Question.Reading;
import dev.docket.query.search.Clauses;
import dev.docket.query.search.ListPlace;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.WordSearch;
import dev.docket.text.Spelling;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks Elasticsearch. Words are first taken as they are typed, and all must be there. Where that
 * finds next to nothing, a few of the words are enough; those that none of the best articles has
 * are then sought as misspelt as well.
 */
final class ArticleSearcher implements WordSearch<Wish, ArticleDocument, Leniency> {

    private static final int COUNTED = 1_000;

    /** Somebody who is shown so many has found something; looking further costs a multiple. */
    private static final int FEW = 3;

    private static final int MOST_FACETS = 20;

    /** Counts what is written to the index, which has one shard; no two documents have the same. */
    private static final String WRITE = "_seq_no";

    /**
     * Of so many articles, the best that were found, one should have a word that is spelt right.
     */
    private static final int LOOKED_AT = 50;

    private static final String BEST = "best";
    private static final String PRESENT = "present";
    private static final Map<String, String> FACETS =
            Map.of("category", Field.CATEGORY, "tags", Field.TAGS, "language", Field.LANGUAGE);

    private final SearchIndex index;

    ArticleSearcher(SearchIndex index) {
        this.index = index;
    }

    @Override
    public Found<ArticleDocument, Leniency> search(Wish wish, Extent extent) {
        if (wish.after().isPresent()) {
            Leniency leniency = wish.after().get().leniency(List.copyOf(words(wish)));
            return search(wish, leniency, extent);
        }
        Found<ArticleDocument, Leniency> asTyped = search(wish, Leniency.NONE, extent);
        if (asTyped.hits().size() >= Math.min(FEW, wish.limit())) {
            return asTyped;
        }
        Found<ArticleDocument, Leniency> ofSome = search(wish, Leniency.SOME_WORDS, extent);
        Set<String> missing = missing(wish, ofSome);
        return missing.isEmpty() ? ofSome : search(wish, Leniency.misspelt(missing), extent);
    }

    private Found<ArticleDocument, Leniency> search(Wish wish, Leniency leniency, Extent extent) {
        Query query = ArticleQuery.of(wish.question(), wish.scope(), wish.languages(), leniency);
        boolean isToBeJudged =
                wish.after().isEmpty()
                        && leniency.equals(Leniency.SOME_WORDS)
                        && !words(wish).isEmpty();
        SearchRequest request =
                SearchRequest.of(search -> {
                    search.index(index.alias())
                            .preference(wish.copy())
                            .query(query)
                            .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                            .sort(by -> by.field(f -> f.field(Field.TITLE).order(SortOrder.Asc)))
                            .sort(by -> by.field(f -> f.field(WRITE).order(SortOrder.Asc)))
                            .trackTotalHits(hits -> hits.count(COUNTED))
                            .source(extent.source())
                            .size(extent.size());
                    wish.from()
                            .flatMap(ListPlace::last)
                            .ifPresent(last -> search.searchAfter(last));
                    if (isToBeJudged) {
                        search.aggregations(
                                BEST,
                                Aggregation.of(by ->
                                        by.sampler(best -> best.shardSize(LOOKED_AT))
                                                .aggregations(PRESENT, present(wish))));
                    }
                    if (wish.withFacets()) {
                        FACETS.forEach((name, field) ->
                                search.aggregations(
                                        name,
                                        Aggregation.of(by ->
                                                by.terms(t -> t.field(field).size(MOST_FACETS)))));
                    }
                    return search;
                });
        return new Found<>(index.search(request, ArticleDocument.class), leniency);
    }

    /** Which of the words articles have. */
    private static Aggregation present(Wish wish) {
        Map<String, Query> filters = new LinkedHashMap<>();
        for (String word : words(wish)) {
            filters.put(word, isSaid(word, wish));
        }
        return Aggregation.of(by -> by.filters(f -> f.filters(all -> all.keyed(filters))));
    }

    private static Query isSaid(String word, Wish wish) {
        List<Query> ways = new ArrayList<>();
        ways.add(Clauses.term(Field.WORDS, word, 1));
        ways.add(Clauses.term(Field.PREFIXES, word, 1));
        if (wish.scope().drafts()) {
            ways.add(Clauses.term(Field.DRAFT_WORDS, word, 1));
        }
        for (Reading reading : wish.question().readings()) {
            for (Word stem : reading.isNeutral() ? List.<Word>of() : reading.words().of(word)) {
                for (String field :
                        List.of(Field.TITLE_STEMS, Field.SUMMARY_STEMS, Field.BODY_STEMS)) {
                    ways.add(Clauses.term(field, stem.stem(), 1));
                }
            }
        }
        return Query.of(query -> query.bool(bool -> bool.should(ways).minimumShouldMatch("1")));
    }

    /** The whole words of the question that stand for themselves. */
    static Set<String> words(Wish wish) {
        Set<String> words = new LinkedHashSet<>();
        wish.question()
                .neutral()
                .units()
                .forEach(unit -> {
                    if (unit.ways().size() == 1 && Spelling.mistakes(unit.typed().getFirst()) > 0) {
                        words.add(unit.typed().getFirst());
                    }
                });
        return words;
    }

    private static Set<String> missing(Wish wish, Found<?, ?> found) {
        Map<String, FiltersBucket> present =
                Optional.ofNullable(found.response().aggregations().get(BEST))
                        .map(best -> best.sampler().aggregations().get(PRESENT))
                        .map(words -> words.filters().buckets().keyed())
                        .orElse(Map.of());
        Set<String> missing = new LinkedHashSet<>();
        for (String word : words(wish)) {
            FiltersBucket bucket = present.get(word);
            if (bucket == null || bucket.docCount() == 0) {
                missing.add(word);
            }
        }
        return missing;
    }
}
