package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.query.search.Asked.Marks;
import dev.docket.query.search.language.Expression;
import dev.docket.query.search.language.Expression.All;
import dev.docket.query.search.language.Expression.Any;
import dev.docket.query.search.language.Expression.Beginning;
import dev.docket.query.search.language.Expression.Field;
import dev.docket.query.search.language.Expression.Not;
import dev.docket.query.search.language.Expression.Text;
import dev.docket.query.search.language.Expression.Word;
import dev.docket.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says in Elasticsearch's terms what a query demands. Words that stand for themselves go their own
 * way; everything else is demanded to the letter. What is said in a ticket is only ever looked for
 * where the caller may read it, so that an exclusion tells nobody of a note.
 */
final class Interpreter {

    private final FieldConditions fields;
    private final String stems;
    private final List<Synonyms.Alike> synonyms;
    private final StringBuilder words = new StringBuilder();
    private final List<Query> conditions = new ArrayList<>();
    private final List<Query> sayings = new ArrayList<>();
    private final List<Query> properties = new ArrayList<>();
    private final Set<String> markedStems = new LinkedHashSet<>();
    private final Set<String> markedBeginnings = new LinkedHashSet<>();

    /**
     * @param stems the field that holds what the caller may read of a ticket
     */
    Interpreter(FieldConditions fields, String stems, List<Synonyms.Alike> synonyms) {
        this.fields = fields;
        this.stems = stems;
        this.synonyms = synonyms;
    }

    /** For one query. */
    Asked asked(Expression expression) {
        for (Expression part : expression.parts()) {
            demand(part);
        }
        AskedWords asked = AskedWords.of(words.toString(), synonyms);
        markedStems.addAll(asked.allStems());
        return new Asked(
                asked,
                List.copyOf(conditions),
                List.copyOf(sayings),
                List.copyOf(properties),
                new Marks(markedStems, markedBeginnings));
    }

    private void demand(Expression part) {
        switch (part) {
            case Word word -> words.append(word.text()).append(' ');
            case Field field when fields.isText(field) ->
                    words.append(fields.textOf(field)).append(' ');
            case Field field when !fields.isSaying(field) ->
                    add(fields.query(field), field, conditions);
            case Not not -> query(not).ifPresent(query -> add(query, not, conditions));
            default -> {
                query(part).ifPresent(query -> add(query, part, sayings));
                mark(part);
            }
        }
    }

    private void add(Query query, Expression part, List<Query> to) {
        to.add(query);
        if (part.leaves().allMatch(this::isProperty)) {
            properties.add(query);
        }
    }

    private boolean isProperty(Expression leaf) {
        return leaf instanceof Field field && !fields.isText(field) && !fields.isSaying(field);
    }

    /** What is excluded is in nothing that is found. */
    private void mark(Expression expression) {
        switch (expression) {
            case Beginning beginning -> markedBeginnings.add(Sayings.letters(beginning));
            case Text text -> markedStems.addAll(telling(Sayings.stems(text)));
            case Field field when fields.isSaying(field) -> fields.said(field).forEach(this::mark);
            case Field field when fields.isText(field) -> mark(textOf(field));
            case All all -> all.parts().forEach(this::mark);
            case Any any -> any.ways().forEach(this::mark);
            case Field _, Not _ -> {}
        }
    }

    private static List<String> telling(List<String> stems) {
        List<String> telling = stems.stream().filter(stem -> !Words.isCommon(stem)).toList();
        return telling.isEmpty() ? stems : telling;
    }

    private Word textOf(Field field) {
        return new Word(fields.textOf(field), field.at());
    }

    private Optional<Query> query(Expression expression) {
        return switch (expression) {
            case Text text -> Sayings.in(stems, text);
            case Field field when fields.isText(field) -> Sayings.in(stems, textOf(field));
            case Field field when fields.isSaying(field) -> fields.sayings(field);
            case Field field -> Optional.of(withoutScore(fields.query(field)));
            case Not not ->
                    query(not.excluded())
                            .map(query -> Query.of(q -> q.bool(b -> b.mustNot(query))));
            case All all ->
                    together(queries(all.parts()))
                            .map(every -> Query.of(q -> q.bool(b -> b.must(every))));
            case Any any ->
                    together(queries(any.ways()))
                            .map(ways ->
                                    Query.of(q ->
                                            q.bool(b -> b.should(ways).minimumShouldMatch("1"))));
        };
    }

    private List<Query> queries(List<Expression> expressions) {
        return expressions.stream().map(this::query).flatMap(Optional::stream).toList();
    }

    private static Optional<List<Query>> together(List<Query> queries) {
        return queries.isEmpty() ? Optional.empty() : Optional.of(queries);
    }

    /** Which of several properties a ticket has makes it no better. */
    private static Query withoutScore(Query condition) {
        return Query.of(q -> q.bool(b -> b.filter(condition)));
    }
}
