package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.index.TicketIndex.Field;
import dev.docket.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a ticket must say, and what makes one more likely to be meant. */
final class SearchQuery {

    /** One or two words must all be there; of more, three quarters. */
    private static final String ENOUGH_WORDS = "2<75%";

    private static final float NUMBER_BOOST = 10_000;
    private static final float SUBJECT_BOOST = 1.5f;
    private static final float SUBJECT_PHRASE_BOOST = 3;
    private static final float PHRASE_BOOST = 1.5f;
    private static final float MISSPELT_BOOST = 0.5f;
    private static final float SYNONYM_BOOST = 0.8f;

    private SearchQuery() {}

    /**
     * @param doubted stems that may be misspelt: those that are much like them will do as well
     */
    static Query of(Asked asked, SearchFilter filter, Set<String> doubted) {
        AskedWords words = asked.words();
        return Query.of(query ->
                query.bool(bool -> {
                    bool.filter(filter.conditions())
                            .filter(asked.conditions())
                            .must(asked.sayings());
                    if (!words.isEmpty()) {
                        bool.must(matches(words, filter.stems(), doubted));
                    }
                    return words.units().isEmpty()
                            ? bool
                            : bool.should(likelier(words, filter.stems()));
                }));
    }

    private static Query matches(AskedWords asked, String field, Set<String> doubted) {
        if (asked.number().isEmpty()) {
            return words(asked.units(), field, doubted);
        }
        Query number =
                Query.of(query ->
                        query.term(term ->
                                term.field(Field.NUMBER)
                                        .value(asked.number().getAsLong())
                                        .boost(NUMBER_BOOST)));
        Query words = words(asked.units(), field, doubted);
        return Query.of(
                query -> query.bool(bool -> bool.should(number, words).minimumShouldMatch("1")));
    }

    private static Query words(List<Unit> units, String field, Set<String> doubted) {
        List<Query> each = units.stream().map(unit -> unit(unit, field, doubted)).toList();
        return Query.of(
                query -> query.bool(bool -> bool.should(each).minimumShouldMatch(ENOUGH_WORDS)));
    }

    /** What was typed may stand apart; of a synonym, all words stand together. */
    private static Query unit(Unit unit, String field, Set<String> doubted) {
        if (!unit.hasSynonyms()) {
            return word(unit.typed().getFirst(), field, doubted);
        }
        List<Query> ways = new ArrayList<>();
        ways.add(
                Query.of(query ->
                        query.bool(bool ->
                                bool.must(
                                        unit.typed().stream()
                                                .map(stem -> Clauses.term(field, stem, 1))
                                                .toList()))));
        unit.ways().stream()
                .skip(1)
                .map(way ->
                        way.size() == 1
                                ? Clauses.term(field, way.getFirst(), SYNONYM_BOOST)
                                : Clauses.phrase(field, way, SYNONYM_BOOST))
                .forEach(ways::add);
        return Clauses.best(ways, 0);
    }

    private static Query word(String stem, String field, Set<String> doubted) {
        Query asWritten = Clauses.term(field, stem, 1);
        if (!doubted.contains(stem)) {
            return asWritten;
        }
        Query misspelt = Clauses.misspelt(field, stem, Spelling.mistakes(stem), MISSPELT_BOOST);
        return Clauses.best(List.of(asWritten, misspelt), 0);
    }

    private static List<Query> likelier(AskedWords words, String field) {
        List<String> stems = words.stems();
        Query inSubject =
                Query.of(query ->
                        query.bool(bool ->
                                bool.should(
                                        words.allStems().stream()
                                                .map(stem ->
                                                        Clauses.term(
                                                                Field.SUBJECT_STEMS,
                                                                stem,
                                                                SUBJECT_BOOST))
                                                .toList())));
        return stems.size() < 2
                ? List.of(inSubject)
                : List.of(
                        inSubject,
                        Clauses.phrase(Field.SUBJECT_STEMS, stems, SUBJECT_PHRASE_BOOST),
                        Clauses.phrase(field, stems, PHRASE_BOOST));
    }
}
