package dev.docket.query.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.query.similar.Preference.Candidate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreferenceTest {

    private static Candidate candidate(
            int name, double score, @Nullable String category, String status) {
        return new Candidate(new UUID(0, name), score, category, status);
    }

    private static List<Long> order(Candidate... candidates) {
        return Preference.order(List.of(candidates)).stream()
                .map(candidate -> candidate.id().getLeastSignificantBits())
                .toList();
    }

    @Test
    void without_categories_the_words_decide() {
        assertThat(
                        order(
                                candidate(1, 3, null, "OPEN"),
                                candidate(2, 9, null, "OPEN"),
                                candidate(3, 6, null, "OPEN")))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void a_category_for_which_many_speak_draws_its_tickets_forward() {
        assertThat(
                        order(
                                candidate(1, 10, "network", "OPEN"),
                                candidate(2, 9, "printer", "OPEN"),
                                candidate(3, 9, "printer", "OPEN"),
                                candidate(4, 9, "printer", "OPEN")))
                .containsExactly(2L, 3L, 4L, 1L);
    }

    @Test
    void a_category_does_not_outweigh_what_is_much_more_alike() {
        assertThat(
                        order(
                                candidate(1, 2, "printer", "OPEN"),
                                candidate(2, 2, "printer", "OPEN"),
                                candidate(3, 9, null, "OPEN")))
                .startsWith(3L);
    }

    @Test
    void of_equals_the_solved_one_comes_first() {
        assertThat(
                        order(
                                candidate(1, 5, "printer", "OPEN"),
                                candidate(2, 5, "printer", "CLOSED"),
                                candidate(3, 5, "printer", "MERGED"),
                                candidate(4, 5, "printer", "RESOLVED")))
                .containsExactly(2L, 4L, 1L, 3L);
    }
}
