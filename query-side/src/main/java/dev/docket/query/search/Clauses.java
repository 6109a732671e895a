package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.text.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What queries are made of. Values are compared as they are: nothing is analysed, and nothing in
 * them can be taken for syntax.
 */
public final class Clauses {

    private static final int MOST_SPELLINGS = 20;

    private Clauses() {}

    public static Query is(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    public static Query anyOf(String field, List<String> values) {
        List<FieldValue> alternatives = values.stream().map(FieldValue::of).toList();
        return Query.of(query ->
                query.terms(terms -> terms.field(field).terms(any -> any.value(alternatives))));
    }

    /** Documents by their ids. */
    public static Query ids(Collection<UUID> ids) {
        return Query.of(
                query -> query.ids(any -> any.values(ids.stream().map(UUID::toString).toList())));
    }

    static Query exists(String field) {
        return Query.of(query -> query.exists(some -> some.field(field)));
    }

    static Query isMissing(String field) {
        return Query.of(query -> query.bool(bool -> bool.mustNot(exists(field))));
    }

    public static Query term(String field, String stem, float boost) {
        return Query.of(query -> query.term(term -> term.field(field).value(stem).boost(boost)));
    }

    /** The stems side by side, with room for one word in between. */
    public static Query phrase(String field, List<String> stems, float boost) {
        return Query.of(query ->
                query.matchPhrase(phrase ->
                        phrase.field(field).query(String.join(" ", stems)).slop(1).boost(boost)));
    }

    /** A stem, or one that is much like it. */
    public static Query misspelt(String field, String stem, int mistakes, float boost) {
        return Query.of(query ->
                query.fuzzy(fuzzy ->
                        fuzzy.field(field)
                                .value(stem)
                                .fuzziness(Integer.toString(mistakes))
                                .prefixLength(Spelling.SURE_LETTERS)
                                .maxExpansions(MOST_SPELLINGS)
                                .boost(boost)));
    }

    /**
     * The best of several ways to say a thing.
     *
     * @param others the share that the other ways count as well
     */
    public static Query best(List<Query> ways, double others) {
        return Query.of(query -> query.disMax(max -> max.queries(ways).tieBreaker(others)));
    }
}
