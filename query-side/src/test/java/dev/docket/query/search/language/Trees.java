package dev.docket.query.search.language;

import dev.docket.query.search.language.Expression.All;
import dev.docket.query.search.language.Expression.Any;
import dev.docket.query.search.language.Expression.Beginning;
import dev.docket.query.search.language.Expression.Field;
import dev.docket.query.search.language.Expression.Not;
import dev.docket.query.search.language.Expression.Phrase;
import dev.docket.query.search.language.Expression.Value;
import dev.docket.query.search.language.Expression.Word;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random trees, how they may be written, and how tests show them. */
final class Trees {

    private static final Span NOWHERE = new Span(0, 0);
    private static final List<String> WORDS =
            List.of(
                    "printer",
                    "e-mail",
                    "a,b",
                    "C:\\temp",
                    "https://a/b?c=d",
                    "17\"",
                    "größe",
                    "and/or",
                    "AND/OR",
                    "ORACLE",
                    "x=y",
                    "日本語",
                    "12:30",
                    "a.b.C:d",
                    "#tag",
                    "or",
                    "status:",
                    "😀",
                    "std::move",
                    "NOT:x");
    private static final List<String> NAMES = List.of("status", "tag", "Unknown", "created");
    private static final List<String> VALUES =
            List.of("open", "2026-01-01T08:00:00Z", "a@b.org", "DK-12", "a/b", "7d", "NOT", "é");
    private static final String QUOTABLE = "ab \"\\()*:-,é😀\n";

    private final Random random;

    Trees(Random random) {
        this.random = random;
    }

    Expression next(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> new Word(oneOf(WORDS), NOWHERE);
            case 1 -> new Beginning(oneOf(List.of("pri", "größ", "a-bcd")), NOWHERE);
            case 2 -> new Phrase(quotable(), NOWHERE);
            case 3 ->
                    new Field(
                            oneOf(NAMES),
                            NOWHERE,
                            oneOf(List.of(Comparison.values())),
                            several(1, this::value),
                            NOWHERE);
            case 4 -> {
                Expression excluded = next(depth - 1);
                yield excluded instanceof Not ? excluded : new Not(excluded);
            }
            case 5 -> Expression.all(several(2, () -> next(depth - 1)));
            default -> Expression.any(several(2, () -> next(depth - 1)));
        };
    }

    private Value value() {
        return random.nextBoolean()
                ? new Value(oneOf(VALUES), false, NOWHERE)
                : new Value(quotable(), true, NOWHERE);
    }

    private String quotable() {
        int[] letters = QUOTABLE.codePoints().toArray();
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(n -> Character.toString(letters[random.nextInt(letters.length)]))
                .collect(Collectors.joining());
    }

    private <T> List<T> several(int least, Supplier<T> each) {
        return Stream.generate(each).limit(least + random.nextInt(3)).toList();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the ways to write a tree. */
    String written(Expression expression) {
        return switch (expression) {
            case Word word -> word.text();
            case Beginning beginning -> beginning.text() + "*";
            case Phrase phrase -> SearchLanguage.quoted(phrase.text());
            case Field field ->
                    field.name()
                            + field.comparison().sign()
                            + field.values().stream()
                                    .map(Trees::written)
                                    .collect(Collectors.joining(","));
            case Not not -> oneOf(List.of("-", "NOT ", "NOT  ")) + inGroup(not.excluded());
            case All all ->
                    all.parts().stream()
                            .map(part -> part instanceof Any ? inGroup(part) : written(part))
                            .collect(Collectors.joining(oneOf(List.of(" ", "\t ", " AND "))));
            case Any any ->
                    any.ways().stream()
                            .map(way -> random.nextInt(5) == 0 ? inGroup(way) : written(way))
                            .collect(Collectors.joining(" OR "));
        };
    }

    private static String written(Value value) {
        return value.isQuoted() ? SearchLanguage.quoted(value.text()) : value.text();
    }

    private String inGroup(Expression expression) {
        boolean isGroup = expression instanceof All || expression instanceof Any;
        String written = written(expression);
        return isGroup ? oneOf(List.of("(%s)", "( %s )")).formatted(written) : written;
    }

    /** The tree without its places, which depend on how it was written. */
    static Expression bare(Expression expression) {
        return switch (expression) {
            case Word word -> new Word(word.text(), NOWHERE);
            case Beginning beginning -> new Beginning(beginning.text(), NOWHERE);
            case Phrase phrase -> new Phrase(phrase.text(), NOWHERE);
            case Field field ->
                    new Field(
                            field.name(),
                            NOWHERE,
                            field.comparison(),
                            field.values().stream()
                                    .map(v -> new Value(v.text(), v.isQuoted(), NOWHERE))
                                    .toList(),
                            NOWHERE);
            case Not not -> new Not(bare(not.excluded()));
            case All all -> new All(all.parts().stream().map(Trees::bare).toList());
            case Any any -> new Any(any.ways().stream().map(Trees::bare).toList());
        };
    }

    /** A tree as the tables of cases show it: {@code all[word(a)0-1 not[phrase(b c)3-8]]}. */
    static String shown(Expression expression) {
        return switch (expression) {
            case Word word -> "word(" + word.text() + ")" + shown(word.at());
            case Beginning beginning ->
                    "beginning(" + beginning.text() + ")" + shown(beginning.at());
            case Phrase phrase -> "phrase(" + phrase.text() + ")" + shown(phrase.at());
            case Field field ->
                    field.name()
                            + shown(field.nameAt())
                            + field.comparison().sign()
                            + field.values().stream()
                                    .map(value -> value.text() + shown(value.at()))
                                    .collect(Collectors.joining(","));
            case Not not -> "not[" + shown(not.excluded()) + "]";
            case All all -> "all" + shown(all.parts());
            case Any any -> "any" + shown(any.ways());
        };
    }

    private static String shown(List<Expression> expressions) {
        return expressions.stream().map(Trees::shown).collect(Collectors.joining(" ", "[", "]"));
    }

    private static String shown(Span span) {
        return span.from() + "-" + span.to();
    }
}
