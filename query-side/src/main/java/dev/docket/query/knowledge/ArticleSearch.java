package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.index.ArticleDocument;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.knowledge.FoundArticles.Found;
import dev.docket.query.knowledge.Question.Reading;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.Clauses;
import dev.docket.query.search.Excerpts;
import dev.docket.query.search.Facet;
import dev.docket.query.search.Highlights;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.Total;
import dev.docket.query.search.Unit;
import dev.docket.text.LanguageWords;
import dev.docket.text.Spelling;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles and shows why they were found. Words are first taken as they are typed, and all
 * must be there. Where that finds next to nothing, a few of the words are enough; those that none
 * of the best articles has are then sought as misspelt as well.
 */
final class ArticleSearch {

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

    ArticleSearch(SearchIndex index) {
        this.index = index;
    }

    /**
     * @param text as it was typed
     * @param languages the best first
     * @param copy the same for one reader's searches, so that the pages of a list come from one
     *     copy of the index and are ordered alike
     */
    record Wish(
            String text,
            Question question,
            ArticleScope scope,
            List<Locale> languages,
            boolean withFacets,
            Optional<ArticleCursor> after,
            Cursors cursors,
            int limit,
            String copy) {}

    FoundArticles answer(Wish wish) {
        if (wish.question().isEmpty()) {
            return new FoundArticles(
                    List.of(), wish.withFacets() ? Map.of() : null, null, null, Total.NONE, 0);
        }
        if (wish.after().isPresent()) {
            Leniency leniency = wish.after().get().leniency(List.copyOf(words(wish)));
            return answer(wish, leniency, search(wish, leniency));
        }
        SearchResponse<ArticleDocument> asTyped = search(wish, Leniency.NONE);
        if (asTyped.hits().hits().size() >= Math.min(FEW, wish.limit())) {
            return answer(wish, Leniency.NONE, asTyped);
        }
        SearchResponse<ArticleDocument> ofSome = search(wish, Leniency.SOME_WORDS);
        Set<String> missing = missing(wish, ofSome);
        if (missing.isEmpty()) {
            return answer(wish, Leniency.SOME_WORDS, ofSome);
        }
        Leniency misspelt = Leniency.misspelt(missing);
        return answer(wish, misspelt, search(wish, misspelt));
    }

    private static FoundArticles answer(
            Wish wish, Leniency leniency, SearchResponse<ArticleDocument> response) {
        Set<String> missing = leniency.misspelt();
        List<Hit<ArticleDocument>> hits = response.hits().hits();
        List<Hit<ArticleDocument>> shown = hits.subList(0, Math.min(hits.size(), wish.limit()));
        boolean isFirst = wish.after().isEmpty();
        return new FoundArticles(
                shown.stream().map(hit -> found(hit, wish, missing)).toList(),
                wish.withFacets() ? facets(response) : null,
                isFirst && !missing.isEmpty() ? didYouMean(wish, missing, shown) : null,
                hits.size() > shown.size() ? cursor(wish, leniency, shown.getLast()) : null,
                Total.of(response),
                response.took());
    }

    private static String cursor(Wish wish, Leniency leniency, Hit<ArticleDocument> last) {
        return ArticleCursor.of(List.copyOf(words(wish)), leniency, last.sort())
                .text(wish.cursors());
    }

    private SearchResponse<ArticleDocument> search(Wish wish, Leniency leniency) {
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
                            .size(wish.limit() + 1);
                    wish.after().ifPresent(cursor -> search.searchAfter(cursor.after()));
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
        return index.search(request, ArticleDocument.class);
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
    private static Set<String> words(Wish wish) {
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

    private static Set<String> missing(Wish wish, SearchResponse<ArticleDocument> response) {
        Map<String, FiltersBucket> present =
                Optional.ofNullable(response.aggregations().get(BEST))
                        .map(best -> best.sampler().aggregations().get(PRESENT))
                        .map(found -> found.filters().buckets().keyed())
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

    /** The words most like the missing ones among those of the best articles. */
    private static @Nullable String didYouMean(
            Wish wish, Set<String> missing, List<Hit<ArticleDocument>> hits) {
        Map<String, String> better = new HashMap<>();
        for (String word : missing) {
            nearest(word, hits).ifPresent(other -> better.put(word, other));
        }
        if (better.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Word word : LanguageWords.neutral().of(wish.text())) {
            String other = better.get(word.stem());
            if (other != null && word.start() >= done) {
                text.append(wish.text(), done, word.start()).append(other);
                done = word.end();
            }
        }
        return text.append(wish.text().substring(done)).toString().strip();
    }

    private static Optional<String> nearest(String word, List<Hit<ArticleDocument>> hits) {
        Spelling asked = Spelling.of(word);
        for (Hit<ArticleDocument> hit : hits.subList(0, Math.min(3, hits.size()))) {
            ArticleDocument article = document(hit);
            for (String text : List.of(article.title(), article.summary(), article.body())) {
                for (Word other : LanguageWords.neutral().of(text)) {
                    if (asked.isLike(other.stem())) {
                        String shown = text.substring(other.start(), other.end());
                        return Optional.of(shown.toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static ArticleDocument document(Hit<ArticleDocument> hit) {
        ArticleDocument document = hit.source();
        if (document == null) {
            throw new IllegalStateException("The index holds no source of article " + hit.id());
        }
        return document;
    }

    private static Found found(Hit<ArticleDocument> hit, Wish wish, Set<String> missing) {
        ArticleDocument article = document(hit);
        return new Found(
                UUID.fromString(String.valueOf(hit.id())),
                article.tenant(),
                article.published(),
                article.language(),
                article.title(),
                article.summary(),
                article.category(),
                article.tags(),
                article.featured(),
                article.publishedAt(),
                highlights(article, excerpts(article, wish, missing)));
    }

    /** The article's words are compared in its own language, as the index compared them. */
    private static Excerpts excerpts(ArticleDocument article, Wish wish, Set<String> missing) {
        LanguageWords words = LanguageWords.of(Locale.forLanguageTag(article.language()));
        Set<String> asked = new LinkedHashSet<>();
        for (Reading reading : wish.question().readings()) {
            boolean speaks = reading.words().equals(words) || reading.isNeutral();
            for (Unit unit : speaks ? reading.units() : List.<Unit>of()) {
                unit.ways().forEach(asked::addAll);
            }
        }
        List<Spelling> alike =
                Stream.concat(
                                missing.stream(),
                                missing.stream()
                                        .flatMap(word -> words.of(word).stream())
                                        .map(Word::stem))
                        .distinct()
                        .map(Spelling::of)
                        .toList();
        return new Excerpts(
                words::of,
                stem -> asked.contains(stem) || alike.stream().anyMatch(word -> word.isLike(stem)));
    }

    static Map<String, List<String>> highlights(ArticleDocument article, Excerpts excerpts) {
        return new Highlights(excerpts)
                .whole("title", article.title())
                .passages("summary", article.summary())
                .passages("body", article.body())
                .byPart();
    }

    private static Map<String, List<Facet>> facets(SearchResponse<ArticleDocument> response) {
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        for (String name : List.of("category", "tags", "language")) {
            Aggregate counted = response.aggregations().get(name);
            if (counted != null) {
                facets.put(
                        name,
                        counted.sterms().buckets().array().stream()
                                .map(bucket ->
                                        Facet.of(bucket.key().stringValue(), bucket.docCount()))
                                .toList());
            }
        }
        return facets;
    }
}
