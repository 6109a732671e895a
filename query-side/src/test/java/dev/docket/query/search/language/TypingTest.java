package dev.docket.query.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.query.search.language.Typing.Name;
import dev.docket.query.search.language.Typing.Other;
import dev.docket.query.search.language.Typing.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TypingTest {

    /** The cursor is at the bar. */
    static Stream<Arguments> cursors() {
        return Stream.of(
                typing("|", new Name("", new Span(0, 0))),
                typing("a |", new Name("", new Span(2, 2))),
                typing("a | b", new Name("", new Span(2, 2))),
                typing("sta|", new Name("sta", new Span(0, 3))),
                typing("sta|tus", new Name("sta", new Span(0, 6))),
                typing("sta|tus:open", new Name("sta", new Span(0, 7))),
                typing("|status:open", new Name("", new Span(0, 7))),
                typing("a -sta|", new Name("sta", new Span(3, 6))),
                typing("(sta|", new Name("sta", new Span(1, 4))),
                typing("status:|", new Value("status", "", new Span(7, 7))),
                typing("status:o|", new Value("status", "o", new Span(7, 8))),
                typing("status:o|pen x", new Value("status", "o", new Span(7, 11))),
                typing("status:open,p|", new Value("status", "p", new Span(12, 13))),
                typing("status:o|,pending", new Value("status", "o", new Span(7, 8))),
                typing("tag:\"blue s|", new Value("tag", "blue s", new Span(4, 11))),
                typing("tag:\"blue s\"|", new Value("tag", "blue s", new Span(4, 12))),
                typing("created>=y|", new Value("created", "y", new Span(9, 10))),
                typing("😀 status:o|", new Value("status", "o", new Span(10, 11))),
                typing("\"a b|", new Other(new Span(4, 4))),
                typing("C:\\t|", new Other(new Span(4, 4))));
    }

    private static Arguments typing(String text, Typing typing) {
        return Arguments.of(text, typing);
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void it_is_known_what_is_typed(String text, Typing typing) {
        int cursor = text.indexOf('|');

        assertThat(Typing.at(text.replace("|", ""), cursor)).isEqualTo(typing);
    }

    @ParameterizedTest
    @MethodSource("dev.docket.query.search.language.SearchLanguageTest#mistakes")
    void anything_can_be_typed_on(String text) {
        for (int cursor = 0; cursor <= text.length(); cursor++) {
            Span at = Typing.at(text, cursor).at();

            assertThat(at.from()).isLessThanOrEqualTo(cursor);
            assertThat(at.to()).isBetween(cursor, text.length());
        }
    }
}
