package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.edge.Caller;
import dev.docket.index.ArticleDocument;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.search.Excerpts;
import dev.docket.query.search.IndexVisibility;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.TellingWords;
import dev.docket.query.search.TellingWords.Telling;
import dev.docket.query.search.WordFrequencies;
import dev.docket.text.LanguageWords;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds published articles about what a longer text is about. Nobody knows the text's language: its
 * words are compared whole with articles of all languages, and by their stems in those that the
 * reader reads and in English.
 */
public final class SuggestedArticles {

    /** Of a longer text its beginning counts. */
    private static final int LONGEST_READ = 16_384;

    private static final int MOST_WORDS = 24;
    private static final int MOST_LANGUAGES = 2;

    /** One word in common is no more than chance, unless the text has no other. */
    private static final String ENOUGH_WORDS = "1<2";

    private static final float TITLE = 4;
    private static final float SUMMARY = 2;
    private static final float BODY = 1;
    private static final double SEVERAL_FIELDS = 0.3;

    private final SearchIndex index;
    private final WordFrequencies frequencies;
    private final IndexVisibility visibility;

    SuggestedArticles(SearchIndex index) {
        this.index = index;
        this.frequencies = new WordFrequencies(index, Field.WORDS);
        this.visibility = new IndexVisibility(index::refresh);
    }

    /** Of the index that these come from. */
    public IndexVisibility visibility() {
        return visibility;
    }

    /** The most fitting first, of those that the caller may read at home. */
    public List<SuggestedArticle> about(
            String text, Caller caller, List<Locale> languages, int limit) {
        Set<LanguageWords> read = readings(languages);
        TellingWords words = frequencies.telling(words(text, read), MOST_WORDS);
        if (words.isEmpty()) {
            return List.of();
        }
        ArticleScope scope = ArticleScope.of(Reader.of(caller, null), null, List.of(), null, false);
        Query said =
                Query.of(query ->
                        query.bool(bool ->
                                bool.filter(scope.conditions())
                                        .should(
                                                words.words().stream()
                                                        .map(word -> said(word, read))
                                                        .toList())
                                        .minimumShouldMatch(ENOUGH_WORDS)));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .query(ArticleQuery.likelier(said, languages))
                                .includeNamedQueriesScore(true)
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(limit));
        return index.search(request, ArticleDocument.class).hits().hits().stream()
                .map(hit -> article(hit, words))
                .toList();
    }

    private static Set<LanguageWords> readings(List<Locale> languages) {
        Set<LanguageWords> readings = new LinkedHashSet<>();
        languages.stream().limit(MOST_LANGUAGES).map(LanguageWords::of).forEach(readings::add);
        readings.add(LanguageWords.of(Locale.ENGLISH));
        readings.remove(LanguageWords.neutral());
        return readings;
    }

    /** As they are written, without those that say nothing in one of the languages. */
    private static List<String> words(String text, Set<LanguageWords> readings) {
        String read = text.substring(0, Math.min(text.length(), LONGEST_READ));
        return LanguageWords.neutral().of(read).stream()
                .map(Word::stem)
                .filter(word -> readings.stream().noneMatch(language -> isCommon(word, language)))
                .toList();
    }

    private static boolean isCommon(String word, LanguageWords language) {
        return language.of(word).stream().allMatch(stem -> language.isCommon(stem.stem()));
    }

    private static Query said(Telling word, Set<LanguageWords> readings) {
        float emphasis = (float) word.emphasis();
        List<Query> ways = new ArrayList<>();
        ways.add(ArticleQuery.term(Field.TITLE_WORDS, word.stem(), TITLE * emphasis));
        ways.add(ArticleQuery.term(Field.WORDS, word.stem(), BODY * emphasis));
        for (String stem : stems(word.stem(), readings)) {
            ways.add(ArticleQuery.term(Field.TITLE_STEMS, stem, TITLE * emphasis));
            ways.add(ArticleQuery.term(Field.SUMMARY_STEMS, stem, SUMMARY * emphasis));
            ways.add(ArticleQuery.term(Field.BODY_STEMS, stem, BODY * emphasis));
        }
        return Query.of(query ->
                query.disMax(max ->
                        max.queries(ways).tieBreaker(SEVERAL_FIELDS).queryName(word.stem())));
    }

    private static Set<String> stems(String word, Set<LanguageWords> readings) {
        Set<String> stems = new LinkedHashSet<>();
        for (LanguageWords language : readings) {
            language.of(word).forEach(one -> stems.add(one.stem()));
        }
        return stems;
    }

    private static SuggestedArticle article(Hit<ArticleDocument> hit, TellingWords words) {
        ArticleDocument article = hit.source();
        if (article == null) {
            throw new IllegalStateException("The index holds no source of article " + hit.id());
        }
        LanguageWords language = LanguageWords.of(Locale.forLanguageTag(article.language()));
        Set<String> asked = new LinkedHashSet<>();
        words.stems().forEach(word -> language.of(word).forEach(one -> asked.add(one.stem())));
        Excerpts excerpts = new Excerpts(language::of, asked::contains);
        Map<String, List<String>> highlights = new LinkedHashMap<>();
        add("title", excerpts.whole(article.title()), highlights);
        add("summary", excerpts.of(article.summary()), highlights);
        add("body", excerpts.of(article.body()), highlights);
        return new SuggestedArticle(
                UUID.fromString(String.valueOf(hit.id())),
                article.tenant(),
                article.language(),
                article.title(),
                article.summary(),
                words.share(hit.matchedQueries().keySet()),
                highlights);
    }

    private static void add(
            String part, List<String> passages, Map<String, List<String>> highlights) {
        if (!passages.isEmpty()) {
            highlights.put(part, passages);
        }
    }
}
