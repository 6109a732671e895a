package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchCursorTest {

    private static final List<String> STEMS = List.of("print", "jam", "paper");

    private final Cursors cursors = new Cursors(UUID.randomUUID(), "search");
    private final FusedPlace fused =
            new FusedPlace(List.of(UUID.randomUUID(), UUID.randomUUID()), 20);

    private SearchCursor again(Set<String> doubted, ListPlace place) {
        SearchCursor cursor = new SearchCursor(SomeWords.of(STEMS, doubted), place);
        return SearchCursor.parse(cursor.text(cursors), cursors);
    }

    private static Optional<List<FieldValue>> last(double score, long number) {
        return Optional.of(List.of(FieldValue.of(score), FieldValue.of(number)));
    }

    private static List<Object> values(ListPlace place) {
        return place.last().orElseThrow().stream().map(FieldValue::_get).toList();
    }

    @Test
    void it_tells_what_words_found_last_and_which_were_doubted() {
        SearchCursor cursor =
                again(Set.of("jam", "paper"), new ListPlace(last(7.25, 1042), FusedPlace.NONE));

        assertThat(cursor.doubted().among(STEMS)).containsExactlyInAnyOrder("jam", "paper");
        assertThat(cursor.doubted().among(List.of("print"))).isEmpty();
        assertThat(values(cursor.place())).containsExactly(7.25, 1042L);
        assertThat(cursor.place().fused()).isEqualTo(FusedPlace.NONE);
    }

    @Test
    void in_the_fused_part_it_tells_what_was_near_and_nothing_of_words() {
        SearchCursor cursor = again(Set.of(), ListPlace.in(fused));

        assertThat(cursor.place()).isEqualTo(ListPlace.in(fused));
        assertThat(cursor.doubted().among(STEMS)).isEmpty();
    }

    @Test
    void behind_the_fused_part_it_tells_both() {
        SearchCursor cursor = again(Set.of(), new ListPlace(last(1, 7), fused));

        assertThat(values(cursor.place())).containsExactly(1.0, 7L);
        assertThat(cursor.place().fused()).isEqualTo(fused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e300", "", "much"})
    void a_score_that_no_search_gave_is_refused(String score) {
        String forged = cursors.of("0", score, "1");

        assertThatThrownBy(() -> SearchCursor.parse(forged, cursors))
                .hasMessageContaining("not one that this list gave");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "number"})
    void a_number_that_no_search_gave_is_refused(String number) {
        String forged = cursors.of("0", "1.0", number);

        assertThatThrownBy(() -> SearchCursor.parse(forged, cursors))
                .hasMessageContaining("not one that this list gave");
    }
}
