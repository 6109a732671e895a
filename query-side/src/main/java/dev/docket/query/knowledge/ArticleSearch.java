package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import dev.docket.index.ArticleDocument;
import dev.docket.query.knowledge.FoundArticles.Found;
import dev.docket.query.knowledge.Question.Reading;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.Excerpts;
import dev.docket.query.search.Facet;
import dev.docket.query.search.FusedPages;
import dev.docket.query.search.FusedPages.Page;
import dev.docket.query.search.Highlights;
import dev.docket.query.search.ListPlace;
import dev.docket.query.search.Nearest;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.SearchWish;
import dev.docket.query.search.Total;
import dev.docket.query.search.Unit;
import dev.docket.text.LanguageWords;
import dev.docket.text.Spelling;
import dev.docket.text.Word;
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

/** Finds articles and shows why they were found. */
final class ArticleSearch {

    private final FusedPages<Wish, ArticleDocument, Leniency> pages;

    ArticleSearch(SearchIndex index, Nearest nearest) {
        this.pages =
                new FusedPages<>(index, ArticleDocument.class, new ArticleSearcher(index), nearest);
    }

    /**
     * @param text as it was typed
     * @param languages the best first
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
            String copy)
            implements SearchWish {

        @Override
        public Optional<ListPlace> from() {
            return after.map(ArticleCursor::place);
        }

        @Override
        public List<Query> demands() {
            return scope.conditions();
        }

        @Override
        public List<UUID> near(Nearest nearest) {
            return nearest.to(text, scope.conditions(), copy);
        }

        @Override
        public SourceConfig shown() {
            return SourceConfig.of(source -> source.fetch(true));
        }
    }

    FoundArticles answer(Wish wish) {
        if (wish.question().isEmpty()) {
            return new FoundArticles(
                    List.of(), wish.withFacets() ? Map.of() : null, null, null, Total.NONE, 0);
        }
        Page<ArticleDocument, Leniency> page = pages.page(wish);
        ResponseBody<ArticleDocument> words = page.words().response();
        Leniency leniency = page.words().leniency();
        Set<String> missing = leniency.misspelt();
        boolean isFirst = wish.after().isEmpty();
        return new FoundArticles(
                page.shown().stream().map(hit -> found(hit, wish, missing)).toList(),
                wish.withFacets() ? facets(words) : null,
                isFirst && !missing.isEmpty() ? didYouMean(wish, missing, page.shown()) : null,
                page.next().map(place -> cursor(wish, leniency, place)).orElse(null),
                Total.of(words),
                words.took());
    }

    private static String cursor(Wish wish, Leniency leniency, ListPlace place) {
        List<String> words = List.copyOf(ArticleSearcher.words(wish));
        return ArticleCursor.of(words, leniency, place).text(wish.cursors());
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
                SearchIndex.id(hit),
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

    private static Map<String, List<Facet>> facets(ResponseBody<ArticleDocument> response) {
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
