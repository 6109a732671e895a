package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.query.search.FieldConditions.Asker;
import dev.docket.query.search.language.Refusal;
import dev.docket.query.search.language.RefusedQueryException;
import dev.docket.query.search.language.SearchLanguage;
import dev.docket.query.search.language.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FieldConditionsTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-21T10:30:00Z"), ZoneOffset.UTC);

    private static Asked asked(String text) {
        Asker asker = new Asker(new UUID(0, 7), Map.of(), true);
        return new Interpreter(new FieldConditions(text, asker, NOW), "allStems", List.of())
                .asked(SearchLanguage.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts:open               | unknown-field    | 0  | 6  | status",
                "printer tags:a            | unknown-field    | 8  | 12 | tag",
                "x OR -localhost:8080      | unknown-field    | 6  | 15 |",
                "craeted>2026-01-01        | unknown-field    | 0  | 7  | created",
                "tenant:*                  | unknown-field    | 0  | 6  |",
                "status:opn                | wrong-value      | 7  | 10 | open",
                "status:open,pnding        | wrong-value      | 12 | 18 | pending",
                "priority:dire             | wrong-value      | 9  | 13 |",
                "is:unasigned              | wrong-value      | 3  | 12 | unassigned",
                "created>yesterdayish      | wrong-value      | 8  | 20 | yesterday",
                "created:2026-02-30        | wrong-value      | 8  | 18 |",
                "created:+999999999-01-01  | wrong-value      | 8  | 24 |",
                "created:9999-12-31T23:59-18:00 | wrong-value    | 8  | 30 |",
                "updated<2026-01-01T25:00Z | wrong-value      | 8  | 25 |",
                "number:twelve             | wrong-value      | 7  | 13 |",
                "number:0                  | wrong-value      | 7  | 8  |",
                "assignee:ann              | wrong-value      | 9  | 12 | \"ann\"",
                "assignee:a@b@c            | wrong-value      | 9  | 14 |",
                "assignee:\"No Body\"      | wrong-value      | 9  | 18 |",
                "requester:none            | wrong-value      | 10 | 14 | \"none\"",
                "team:support              | wrong-value      | 5  | 12 |",
                "tag:vp*                   | wildcard         | 4  | 7  |",
                "subject:*                 | wildcard         | 8  | 9  |",
                "subject:ab-cd*            | wildcard         | 8  | 14 |",
                "status>open               | wrong-comparison | 6  | 7  |",
                "subject>=x                | wrong-comparison | 7  | 9  |",
            },
            quoteCharacter = '\'')
    void what_a_field_does_not_know_is_shown(
            String text, String rule, int from, int to, @Nullable String didYouMean) {
        Refusal refusal =
                catchThrowableOfType(RefusedQueryException.class, () -> asked(text)).refusal();

        assertThat(refusal.rule()).as(refusal.detail()).isEqualTo(rule);
        assertThat(refusal.at()).as(refusal.detail()).isEqualTo(new Span(from, to));
        assertThat(refusal.didYouMean()).isEqualTo(didYouMean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created:2026-11-20           | 2026-11-20T00:00:00Z | 2026-11-21T00:00:00Z",
                "created:2026-02              | 2026-02-01T00:00:00Z | 2026-03-01T00:00:00Z",
                "created:2026                 | 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z",
                "created:today                | 2026-11-21T00:00:00Z | 2026-11-22T00:00:00Z",
                "created:yesterday            | 2026-11-20T00:00:00Z | 2026-11-21T00:00:00Z",
                "created:7d                   | 2026-11-14T10:30:00Z | 2026-11-21T10:30:00Z",
                "created>2026-11-20           | 2026-11-21T00:00:00Z |",
                "created>=2026-11-20          | 2026-11-20T00:00:00Z |",
                "created<2026-11-20           |                      | 2026-11-20T00:00:00Z",
                "created<=2026-11-20          |                      | 2026-11-21T00:00:00Z",
                "created>12h                  | 2026-11-20T22:30:00Z |",
                "created<2w                   |                      | 2026-11-07T10:30:00Z",
                "created>=1mo                 | 2026-10-21T10:30:00Z |",
                "created<=1y                  |                      | 2025-11-21T10:30:00Z",
                "created:9999                 | 9999-01-01T00:00:00Z | 9999-12-31T00:00:00Z",
                "created>=2026-11-20T08:00+02:00 | 2026-11-20T06:00:00Z |",
            })
    void times_are_of_utc(String text, @Nullable String from, @Nullable String to) {
        var range = asked(text).conditions().getFirst().range().date();

        assertThat(range.gte()).isEqualTo(from);
        assertThat(range.lt()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a->b", "text<br", "x>=y", "if(count>3)"})
    void a_comparison_of_what_resembles_no_field_is_text(String text) {
        assertThat(asked(text).words().isEmpty()).isFalse();
        assertThat(asked(text).conditions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS:Open", "status:in-progress", "Assignee:ME", "number:dk-12"})
    void case_does_not_matter(String text) {
        assertThat(asked(text).conditions()).hasSize(1);
    }
}
