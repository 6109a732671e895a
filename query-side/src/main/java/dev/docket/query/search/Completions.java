package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.docket.query.search.SearchField.Choice;
import dev.docket.query.search.SearchField.Label;
import dev.docket.query.search.SearchField.Moment;
import dev.docket.query.search.SearchField.Numbered;
import dev.docket.query.search.SearchField.Person;
import dev.docket.query.search.SearchField.Saying;
import dev.docket.query.search.SearchField.Team;
import dev.docket.query.search.language.SearchLanguage;
import dev.docket.query.search.language.Span;
import dev.docket.query.search.language.Typing;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what may stand where somebody types a query, with at most one question to one store. */
final class Completions {

    private static final String VALUES = "values";

    /** Longer than any tag; Elasticsearch takes no pattern of more than 1,000 characters. */
    private static final int MOST_LETTERS = 100;

    private final SearchIndex index;
    private final PersonNames people;

    Completions(SearchIndex index, PersonNames people) {
        this.index = index;
        this.people = people;
    }

    /**
     * Something that may stand there.
     *
     * @param from the first UTF-16 code unit that it replaces
     * @param to the one after the last
     * @param text to be put there
     * @param label what people read
     */
    record Completion(int from, int to, String text, String label) {

        static Completion of(Span at, String text, String label) {
            return new Completion(at.from(), at.to(), text, label);
        }
    }

    List<Completion> of(Typing typing, SearchFilter filter, int limit) {
        return switch (typing) {
            case Typing.Name name ->
                    beginning(SearchField.ALL.keySet(), name.letters())
                            .map(field -> Completion.of(name.at(), field + ":", field))
                            .limit(limit)
                            .toList();
            case Typing.Value value ->
                    SearchField.named(value.field())
                            .map(field -> values(field, value, filter, limit))
                            .orElse(List.of());
            case Typing.Other _ -> List.of();
        };
    }

    private List<Completion> values(
            SearchField field, Typing.Value typed, SearchFilter filter, int limit) {
        Stream<Completion> values =
                switch (field) {
                    case Choice choice -> words(choice.values().keySet(), typed);
                    case Moment moment -> words(Period.OFFERED, typed);
                    case Label label -> stored(label.shown(), typed, filter, limit);
                    case Team team -> stored(team.field(), typed, filter, limit);
                    case Person person ->
                            Stream.concat(
                                    words(
                                            person.mayBeNobody()
                                                    ? List.of("me", "none")
                                                    : List.of("me"),
                                            typed),
                                    known(typed, filter, limit));
                    case Numbered _, Saying _ -> Stream.empty();
                };
        return values.limit(limit).toList();
    }

    private static Stream<Completion> words(Collection<String> words, Typing.Value typed) {
        return beginning(words, typed.letters()).map(word -> Completion.of(typed.at(), word, word));
    }

    private static Stream<String> beginning(Collection<String> words, String letters) {
        String lower = letters.toLowerCase(Locale.ROOT);
        return words.stream().filter(word -> word.startsWith(lower));
    }

    /** Whoever does not work here learns of nobody. */
    private Stream<Completion> known(Typing.Value typed, SearchFilter filter, int limit) {
        boolean nobody = !filter.withNotes() || typed.letters().indexOf('\0') >= 0;
        return nobody
                ? Stream.empty()
                : people.beginning(filter.tenant(), typed.letters(), limit).stream()
                        .map(person ->
                                Completion.of(
                                        typed.at(),
                                        SearchLanguage.value(person.email()),
                                        person.name()));
    }

    /** What tickets have that the caller may see, the most frequent first. */
    private Stream<Completion> stored(
            String field, Typing.Value typed, SearchFilter filter, int limit) {
        if (typed.letters().length() > MOST_LETTERS) {
            return Stream.empty();
        }
        Query begins =
                Query.of(q ->
                        q.prefix(p -> p.field(field).value(typed.letters()).caseInsensitive(true)));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .query(q ->
                                        q.bool(b -> b.filter(filter.conditions()).filter(begins)))
                                .aggregations(
                                        VALUES,
                                        by ->
                                                by.terms(terms ->
                                                        terms.field(field)
                                                                .include(i ->
                                                                        i.regexp(
                                                                                anyCase(
                                                                                        typed
                                                                                                .letters())))
                                                                .size(limit)))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(0));
        SearchResponse<Void> answer = index.search(request, Void.class);
        Aggregate values = answer.aggregations().get(VALUES);
        return values == null
                ? Stream.empty()
                : values.sterms().buckets().array().stream()
                        .map(StringTermsBucket::key)
                        .map(key -> key.stringValue())
                        .map(value ->
                                Completion.of(typed.at(), SearchLanguage.value(value), value));
    }

    /** A pattern of Lucene for what begins with some letters in either case. */
    static String anyCase(String letters) {
        StringBuilder pattern = new StringBuilder();
        letters.codePoints()
                .forEach(letter -> {
                    int lower = Character.toLowerCase(letter);
                    int upper = Character.toUpperCase(letter);
                    pattern.append('[').append(escaped(lower)).append(escaped(upper)).append(']');
                });
        return pattern.append(".*").toString();
    }

    private static String escaped(int letter) {
        String text = Character.toString(letter);
        return Character.isLetterOrDigit(letter) ? text : "\\" + text;
    }
}
