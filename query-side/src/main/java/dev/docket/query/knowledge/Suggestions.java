package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.Clauses;
import dev.docket.query.search.SearchIndex;
import dev.docket.text.LanguageWords;
import dev.docket.text.Spelling;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Finds articles for somebody who still types: each word may be the beginning of one, and where
 * that finds next to nothing, a misspelt beginning. Beginnings are words of the index, so that
 * looking one up costs what looking up a word does.
 */
final class Suggestions {

    static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;

    /** Somebody who sees so many need not have mistyped; seeking that costs a multiple. */
    private static final int FEW = 3;

    /** As long as the longest beginning in the index. */
    private static final int LONGEST_PREFIX = 15;

    private static final float TITLE_WORD = 4;
    private static final float TITLE = 2;
    private static final float ELSEWHERE = 0.6f;
    private static final float MISSPELT = 0.4f;

    private final SearchIndex index;

    Suggestions(SearchIndex index) {
        this.index = index;
    }

    /** An article that may be meant. */
    record Suggestion(UUID id, String title, String language) {}

    List<Suggestion> suggest(String text, ArticleScope scope, List<Locale> languages, int limit) {
        if (text.length() > LONGEST) {
            throw Parameters.refused("q", "'q' has at most %d characters".formatted(LONGEST));
        }
        List<String> words =
                LanguageWords.neutral().of(text).stream()
                        .map(Word::stem)
                        .map(Suggestions::shortened)
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Suggestion> found = search(words, scope, languages, limit, false);
        return found.size() >= Math.min(FEW, limit)
                        || words.stream().allMatch(w -> Spelling.mistakes(w) == 0)
                ? found
                : search(words, scope, languages, limit, true);
    }

    private static String shortened(String word) {
        int letters = Math.min(LONGEST_PREFIX, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, letters));
    }

    private List<Suggestion> search(
            List<String> words,
            ArticleScope scope,
            List<Locale> languages,
            int limit,
            boolean misspelt) {
        Query query =
                Query.of(outer ->
                        outer.bool(bool ->
                                bool.filter(scope.conditions())
                                        .must(
                                                words.stream()
                                                        .map(w -> word(w, misspelt))
                                                        .toList())));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .query(ArticleQuery.likelier(query, languages))
                                .source(source -> source.fetch(false))
                                .docvalueFields(f -> f.field(Field.TITLE))
                                .docvalueFields(f -> f.field(Field.LANGUAGE))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(limit));
        return index.search(request, Void.class).hits().hits().stream()
                .map(Suggestions::suggestion)
                .toList();
    }

    private static Query word(String word, boolean misspelt) {
        List<Query> ways = new ArrayList<>();
        ways.add(Clauses.term(Field.TITLE_WORDS, word, TITLE_WORD));
        ways.add(Clauses.term(Field.TITLE_PREFIXES, word, TITLE));
        ways.add(Clauses.term(Field.PREFIXES, word, ELSEWHERE));
        int mistakes = Math.min(Spelling.mistakes(word), misspelt ? 1 : 0);
        if (mistakes > 0) {
            ways.add(Clauses.misspelt(Field.TITLE_PREFIXES, word, mistakes, TITLE * MISSPELT));
            ways.add(Clauses.misspelt(Field.PREFIXES, word, mistakes, ELSEWHERE * MISSPELT));
        }
        return Clauses.best(ways, 0.1);
    }

    private static Suggestion suggestion(Hit<Void> hit) {
        return new Suggestion(
                SearchIndex.id(hit), field(hit, Field.TITLE), field(hit, Field.LANGUAGE));
    }

    private static String field(Hit<Void> hit, String name) {
        JsonData values = hit.fields().get(name);
        if (values == null) {
            throw new IllegalStateException(
                    "The index holds no %s of %s".formatted(name, hit.id()));
        }
        return String.valueOf(values.to(List.class).getFirst());
    }
}
