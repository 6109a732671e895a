package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.knowledge.Question.Reading;
import dev.docket.query.search.Clauses;
import dev.docket.query.search.Unit;
import dev.docket.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an article must say, and what makes one more likely to be meant: words in the title before
 * words in the summary before words in the body, words side by side, and then, a little, its
 * language, its votes and its age.
 */
final class ArticleQuery {

    private static final float TITLE = 2.5f;
    private static final float SUMMARY = 2;
    private static final float BODY = 1;
    private static final float BEGINNING = 0.4f;
    private static final float PHRASE = 2;
    private static final float SYNONYM = 0.8f;
    private static final float MISSPELT = 0.5f;
    private static final double SEVERAL_FIELDS = 0.3;
    private static final double OWN_LANGUAGE = 1.4;

    /** In so many days an article loses a tenth of what it counts for. */
    private static final String AGE = "730d";

    /** Of one day all searches rank alike, so that the pages of a list fit together. */
    private static final String TODAY = "now/d";

    private ArticleQuery() {}

    static Query of(
            Question question, ArticleScope scope, List<Locale> languages, Leniency leniency) {
        List<Query> readings = new ArrayList<>();
        List<Query> phrases = new ArrayList<>();
        for (Reading reading : question.readings()) {
            List<Query> units =
                    reading.units().stream()
                            .map(unit ->
                                    unit(unit, reading.isNeutral(), scope, leniency.misspelt()))
                            .toList();
            if (!units.isEmpty()) {
                readings.add(
                        Query.of(query ->
                                query.bool(bool ->
                                        bool.should(units).minimumShouldMatch(leniency.enough()))));
                phrases.addAll(phrases(reading));
            }
        }
        Query best =
                Query.of(query ->
                        query.bool(bool ->
                                bool.filter(scope.conditions())
                                        .must(Clauses.best(readings, 0))
                                        .should(phrases)));
        return likelier(best, languages);
    }

    private static Query unit(
            Unit unit, boolean neutral, ArticleScope scope, Set<String> misspelt) {
        List<Query> ways = new ArrayList<>();
        for (int way = 0; way < unit.ways().size(); way++) {
            List<String> stems = unit.ways().get(way);
            float weight = way == 0 ? 1 : SYNONYM;
            for (Place place : places(neutral, scope)) {
                ways.add(place.says(stems, weight));
            }
        }
        if (neutral && unit.typed().size() == 1) {
            String word = unit.typed().getFirst();
            ways.add(Clauses.term(Field.PREFIXES, word, BEGINNING));
            if (misspelt.contains(word)) {
                ways.addAll(misspelt(word));
            }
        }
        return Clauses.best(ways, SEVERAL_FIELDS);
    }

    private record Place(String field, float boost) {

        Query says(List<String> stems, float weight) {
            return stems.size() == 1
                    ? Clauses.term(field, stems.getFirst(), boost * weight)
                    : Clauses.phrase(field, stems, boost * weight);
        }
    }

    private static List<Place> places(boolean neutral, ArticleScope scope) {
        if (!neutral) {
            return List.of(
                    new Place(Field.TITLE_STEMS, TITLE),
                    new Place(Field.SUMMARY_STEMS, SUMMARY),
                    new Place(Field.BODY_STEMS, BODY));
        }
        List<Place> places = new ArrayList<>();
        places.add(new Place(Field.TITLE_WORDS, TITLE));
        places.add(new Place(Field.WORDS, BODY));
        if (scope.drafts()) {
            places.add(new Place(Field.DRAFT_WORDS, BODY));
        }
        return places;
    }

    /** Spelt otherwise, or a part of a longer word in the title. */
    private static List<Query> misspelt(String word) {
        int mistakes = Spelling.mistakes(word);
        List<Query> ways = new ArrayList<>();
        if (mistakes > 0) {
            for (Place place :
                    List.of(new Place(Field.TITLE_WORDS, TITLE), new Place(Field.WORDS, BODY))) {
                ways.add(Clauses.misspelt(place.field(), word, mistakes, place.boost() * MISSPELT));
            }
            ways.add(
                    Query.of(query ->
                            query.wildcard(part ->
                                    part.field(Field.TITLE_WORDS)
                                            .value("*" + word + "*")
                                            .boost(MISSPELT))));
        }
        return ways;
    }

    private static List<Query> phrases(Reading reading) {
        List<String> stems =
                reading.units().stream().flatMap(unit -> unit.typed().stream()).toList();
        if (stems.size() < 2) {
            return List.of();
        }
        return reading.isNeutral()
                ? List.of(Clauses.phrase(Field.TITLE_WORDS, stems, TITLE))
                : List.of(
                        Clauses.phrase(Field.TITLE_STEMS, stems, TITLE),
                        Clauses.phrase(Field.SUMMARY_STEMS, stems, PHRASE),
                        Clauses.phrase(Field.BODY_STEMS, stems, PHRASE));
    }

    static Query likelier(Query query, List<Locale> languages) {
        return Query.of(outer ->
                outer.functionScore(score -> {
                    score.query(query)
                            .scoreMode(FunctionScoreMode.Multiply)
                            .boostMode(FunctionBoostMode.Multiply)
                            .functions(f ->
                                    f.fieldValueFactor(votes ->
                                            votes.field(Field.APPEAL)
                                                    .missing(1.0)
                                                    .modifier(FieldValueFactorModifier.None)))
                            .functions(f ->
                                    f.gauss(decay ->
                                            decay.date(age ->
                                                    age.field(Field.PUBLISHED_AT)
                                                            .placement(at ->
                                                                    at.origin(TODAY)
                                                                            .scale(
                                                                                    Time.of(time ->
                                                                                            time
                                                                                                    .time(
                                                                                                            AGE)))
                                                                            .decay(0.9)))));
                    if (!languages.isEmpty()) {
                        String first = languages.getFirst().getLanguage();
                        score.functions(f -> f.filter(ArticleScope.in(first)).weight(OWN_LANGUAGE));
                    }
                    return score;
                }));
    }
}
