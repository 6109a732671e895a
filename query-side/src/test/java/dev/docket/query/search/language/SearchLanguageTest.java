package dev.docket.query.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchLanguageTest {

    private static final int LONGEST = 500;

    static Stream<Arguments> meanings() {
        return Stream.of(
                means("", "all[]"),
                means("printer", "word(printer)0-7"),
                means("  a  b ", "all[word(a)2-3 word(b)5-6]"),
                means("a AND b", "all[word(a)0-1 word(b)6-7]"),
                means("a OR b c", "any[word(a)0-1 all[word(b)5-6 word(c)7-8]]"),
                means("(a OR b) c", "all[any[word(a)1-2 word(b)6-7] word(c)9-10]"),
                means("((a))", "word(a)2-3"),
                means("(a (b c)) d", "all[word(a)1-2 word(b)4-5 word(c)6-7 word(d)10-11]"),
                means("-a NOT b", "all[not[word(a)1-2] not[word(b)7-8]]"),
                means("-(a OR b)", "not[any[word(a)2-3 word(b)7-8]]"),
                means("-\"a b\"", "not[phrase(a b)1-6]"),
                means("\"say \\\"hi\\\"\"", "phrase(say \"hi\")0-12"),
                means("print*", "beginning(print)0-6"),
                means("status:open", "status0-6:open7-11"),
                means("-tag:a,\"b c\"", "not[tag1-4:a5-6,b c7-12]"),
                means("created>=2026-01-01", "created0-7>=2026-01-019-19"),
                means("😀 tag:é", "all[word(😀)0-2 tag3-6:é7-8]"));
    }

    /** What people paste, and what only looks like the language. */
    static Stream<Arguments> texts() {
        return Stream.of(
                means("java.lang.Error: x", "all[word(java.lang.Error:)0-16 word(x)17-18]"),
                means("status: open", "all[word(status:)0-7 word(open)8-12]"),
                means("https://a/b?c=d", "word(https://a/b?c=d)0-15"),
                means("C:\\temp", "word(C:\\temp)0-7"),
                means("std::move 12:30", "all[word(std::move)0-9 word(12:30)10-15]"),
                means("e-mail - now", "all[word(e-mail)0-6 word(-)7-8 word(now)9-12]"),
                means("--force", "word(--force)0-7"),
                means("17\" and 19\"", "all[word(17\")0-3 word(and)4-7 word(19\")8-11]"),
                means("and/or AND/OR", "all[word(and/or)0-6 word(AND/OR)7-13]"),
                means("thanks :)", "all[word(thanks)0-6 word(:)7-8]"),
                means("a) b", "all[word(a)0-1 word(b)3-4]"),
                means("f(x) g()", "all[word(f)0-1 word(x)2-3 word(g)5-6]"),
                means("a=\"b c\"", "all[word(a=)0-2 phrase(b c)2-7]"),
                means("->b", "word(->b)0-3"),
                means("<script>", "word(<script>)0-8"));
    }

    private static Arguments means(String text, String tree) {
        return Arguments.of(text, tree);
    }

    @ParameterizedTest
    @MethodSource({"meanings", "texts"})
    void a_text_has_one_meaning(String text, String tree) {
        assertThat(Trees.shown(SearchLanguage.parse(text))).isEqualTo(tree);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("a \"blue screen", "unclosed-quote", 2, 14),
                wrong("tag:\"a b", "unclosed-quote", 4, 8),
                wrong("a (b c", "unclosed-group", 2, 3),
                wrong("(a (b c)", "unclosed-group", 0, 1),
                wrong("a ( ) b", "empty-group", 2, 5),
                wrong("()", "empty-group", 0, 2),
                wrong("a OR", "dangling-operator", 2, 4),
                wrong("a OR ", "dangling-operator", 2, 4),
                wrong("OR a", "dangling-operator", 0, 2),
                wrong("a OR OR b", "dangling-operator", 5, 7),
                wrong("a AND OR b", "dangling-operator", 6, 8),
                wrong("(a OR)", "dangling-operator", 3, 5),
                wrong("NOT", "dangling-operator", 0, 3),
                wrong("NOT -a", "dangling-operator", 0, 3),
                wrong("a OR(b)", "dangling-operator", 2, 4),
                wrong("NOT(a)", "dangling-operator", 0, 3),
                wrong("😀 OR", "dangling-operator", 3, 5),
                wrong("*", "wildcard", 0, 1),
                wrong("a *rint", "wildcard", 2, 7),
                wrong("pr*", "wildcard", 0, 3),
                wrong("pri*ter", "wildcard", 0, 7),
                wrong("((((((a))))))", "too-deep", 5, 6),
                wrong("tag:a,,b", "not-understood", 6, 7));
    }

    private static Arguments wrong(String text, String rule, int from, int to) {
        return Arguments.of(text, rule, from, to);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_and_shown(String text, String rule, int from, int to) {
        Refusal refusal =
                catchThrowableOfType(RefusedQueryException.class, () -> SearchLanguage.parse(text))
                        .refusal();

        assertThat(refusal.rule()).as(refusal.detail()).isEqualTo(rule);
        assertThat(refusal.at()).isEqualTo(new Span(from, to));
        assertThat(refusal.detail()).isNotBlank();
    }

    @Test
    void what_is_written_is_read_as_the_same_tree() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Trees trees = new Trees(random);
        for (int round = 0; round < 2_000; round++) {
            Expression tree = trees.next(random.nextInt(4));
            String text = trees.written(tree);
            assertThat(Trees.bare(SearchLanguage.parse(text)))
                    .as("seed %d, round %d: %s", seed, round, text)
                    .isEqualTo(tree);
        }
    }

    @Test
    void any_text_has_a_meaning_or_a_mistake_within_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String pieces = "ab1 -:,<>=*()\"\\/;é😀\uD800\u0000\nORANDNOT";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            assertIsReadOrRefused(text.toString(), seed);
        }
    }

    private static void assertIsReadOrRefused(String text, long seed) {
        try {
            SearchLanguage.parse(text)
                    .leaves()
                    .filter(Expression.Text.class::isInstance)
                    .map(Expression.Text.class::cast)
                    .forEach(leaf -> assertWithin(leaf.at(), text, seed));
        } catch (RefusedQueryException refused) {
            assertWithin(refused.refusal().at(), text, seed);
        }
    }

    private static void assertWithin(Span at, String text, long seed) {
        assertThat(at.from()).as("seed %d: %s", seed, text).isBetween(0, at.to());
        assertThat(at.to()).as("seed %d: %s", seed, text).isBetween(at.from(), text.length());
    }

    /** Some of these would keep a parser busy that weighs each way to read them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "()",
                "f(",
                "(a ",
                "((a) ",
                "f(a ",
                "x(a)(",
                "-",
                "a-",
                "\"",
                "\"a\"",
                "a:",
                "ab:c,",
                "ab:c ",
                "(ab:c OR ",
                "a OR ",
                "NOT ",
                "OR ",
                "*",
                "\\",
                "a\"b",
                ",",
                "a,",
                "<",
                ":a"
            })
    void no_text_takes_long_to_read(String piece) {
        String text = piece.repeat(LONGEST / piece.length());

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertIsReadOrRefused(text, 0), piece);
    }
}
