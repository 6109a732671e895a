package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.Rescore;
import co.elastic.clients.elasticsearch.core.search.ScoreMode;
import dev.docket.edge.Caller;
import dev.docket.index.ArticleDocument;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.search.Clauses;
import dev.docket.query.search.Excerpts;
import dev.docket.query.search.IndexVisibility;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.TellingWords;
import dev.docket.query.search.TellingWords.Telling;
import dev.docket.query.search.WordFrequencies;
import dev.docket.text.LanguageWords;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds published articles about what a longer text is about. Nobody knows the text's language: its
 * words are compared whole with articles of all languages, and by their stems in those that the
 * reader reads and in English.
 */
public final class SuggestedArticles {

    /** Of a longer text its beginning counts. */
    private static final int LONGEST_READ = 16_384;

    private static final int MOST_WORDS = 16;
    private static final int MOST_LANGUAGES = 2;
    private static final int WEIGHED = 50;

    /** One word in common is no more than chance, unless the text has no other. */
    private static final String ENOUGH_WORDS = "1<2";

    private static final float TITLE = 4;
    private static final float SUMMARY = 2;
    private static final float BODY = 1;
    private static final double SEVERAL_FIELDS = 0.3;

    private final SearchIndex index;
    private final StillReadable readable;
    private final WordFrequencies frequencies;
    private final IndexVisibility visibility;

    SuggestedArticles(SearchIndex index, StillReadable readable) {
        this.readable = readable;
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
        Reader reader = Reader.of(caller, null);
        ArticleScope scope = ArticleScope.of(reader, null, List.of(), null, false);
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
                                .query(said)
                                .rescore(likelier(languages))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(limit));
        List<SuggestedArticle> found =
                index.search(request, ArticleDocument.class).hits().hits().stream()
                        .map(hit -> article(hit, words))
                        .toList();
        return readable.of(reader, found, SuggestedArticle::id);
    }

    /** Only among the best is it worth while to weigh more than words. */
    private static Rescore likelier(List<Locale> languages) {
        Query all = Query.of(query -> query.matchAll(any -> any));
        return Rescore.of(rescore ->
                rescore.windowSize(WEIGHED)
                        .query(query ->
                                query.scoreMode(ScoreMode.Multiply)
                                        .query(ArticleQuery.likelier(all, languages))));
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
        ways.add(Clauses.term(Field.TITLE_WORDS, word.stem(), TITLE * emphasis));
        ways.add(Clauses.term(Field.WORDS, word.stem(), BODY * emphasis));
        for (String stem : stems(word.stem(), readings)) {
            ways.add(Clauses.term(Field.TITLE_STEMS, stem, TITLE * emphasis));
            ways.add(Clauses.term(Field.SUMMARY_STEMS, stem, SUMMARY * emphasis));
            ways.add(Clauses.term(Field.BODY_STEMS, stem, BODY * emphasis));
        }
        return Clauses.best(ways, SEVERAL_FIELDS);
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
        Map<String, List<String>> asked = new HashMap<>();
        for (String word : words.stems()) {
            language.of(word)
                    .forEach(one ->
                            asked.computeIfAbsent(one.stem(), stem -> new ArrayList<>()).add(word));
        }
        Excerpts excerpts = new Excerpts(language::of, asked::containsKey);
        return new SuggestedArticle(
                SearchIndex.id(hit),
                article.tenant(),
                article.language(),
                article.title(),
                article.summary(),
                words.share(inCommon(article, language, asked)),
                ArticleSearch.highlights(article, excerpts));
    }

    /**
     * The asked words that an article has in one form or another.
     *
     * @param asked by their stems
     */
    private static Set<String> inCommon(
            ArticleDocument article, LanguageWords language, Map<String, List<String>> asked) {
        Set<String> common = new HashSet<>();
        for (String part : List.of(article.title(), article.summary(), article.body())) {
            for (Word word : language.of(part)) {
                common.addAll(asked.getOrDefault(word.stem(), List.of()));
            }
        }
        return common;
    }
}
