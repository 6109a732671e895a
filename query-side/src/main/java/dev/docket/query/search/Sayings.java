package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.query.search.language.Expression.Beginning;
import dev.docket.query.search.language.Expression.Phrase;
import dev.docket.query.search.language.Expression.Text;
import dev.docket.query.search.language.Expression.Word;
import dev.docket.query.search.language.Refusal;
import dev.docket.text.LanguageWords;
import dev.docket.text.Words;
import java.util.List;
import java.util.Optional;

/** What a ticket must say to the letter: neither may words be missing nor misspelt. */
final class Sayings {

    private Sayings() {}

    /** Empty for a text without any word, which demands nothing. */
    static Optional<Query> in(String field, Text text) {
        return switch (text) {
            case Word word -> sideBySide(field, stems(word));
            case Phrase phrase -> sideBySide(field, stems(phrase));
            case Beginning beginning -> Optional.of(beginning(field, beginning));
        };
    }

    static List<String> stems(Text text) {
        return Words.of(text.text()).stream().map(word -> word.stem()).toList();
    }

    private static Optional<Query> sideBySide(String field, List<String> stems) {
        return switch (stems.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                    Optional.of(Query.of(q -> q.term(t -> t.field(field).value(stems.getFirst()))));
            default ->
                    Optional.of(
                            Query.of(q ->
                                    q.matchPhrase(
                                            p -> p.field(field).query(String.join(" ", stems)))));
        };
    }

    /**
     * The index knows stems, which may have lost the end of what was typed: {@code company*} is the
     * stem {@code compani} as well.
     */
    private static Query beginning(String field, Beginning beginning) {
        Query begins = Query.of(q -> q.prefix(p -> p.field(field).value(letters(beginning))));
        List<String> stems = stems(beginning);
        return Query.of(q ->
                q.bool(b ->
                        b.should(begins)
                                .should(Clauses.is(field, stems.getFirst()))
                                .minimumShouldMatch("1")));
    }

    /** The beginning without case and accents. */
    static String letters(Beginning beginning) {
        List<String> words =
                LanguageWords.neutral().of(beginning.text()).stream()
                        .map(word -> word.stem())
                        .toList();
        if (words.size() != 1 || stems(beginning).isEmpty()) {
            throw Refusal.of(
                            "wildcard",
                            "'*' stands after the letters of one word. In quotes it is text",
                            beginning.at())
                    .asException();
        }
        return words.getFirst();
    }
}
