package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.query.knowledge.Difference.Kind;
import dev.docket.query.knowledge.Difference.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DifferenceTest {

    @Test
    void a_changed_word_is_shown_within_its_sentence() {
        assertThat(
                        Difference.between(
                                "Press the red button.\nWait.", "Press the blue button.\nWait."))
                .containsExactly(
                        new Piece(Kind.SAME, "Press the "),
                        new Piece(Kind.REMOVED, "red"),
                        new Piece(Kind.ADDED, "blue"),
                        new Piece(Kind.SAME, " button.\nWait."));
    }

    @Test
    void equal_texts_have_one_piece_and_empty_ones_none() {
        assertThat(Difference.between("a b", "a b")).containsExactly(new Piece(Kind.SAME, "a b"));
        assertThat(Difference.between("", "")).isEmpty();
        assertThat(Difference.between("", "a")).containsExactly(new Piece(Kind.ADDED, "a"));
    }

    @Test
    void either_text_can_be_read_from_the_difference() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = Difference.between(before, after);

            assertThat(Difference.without(Kind.ADDED, pieces)).isEqualTo(before);
            assertThat(Difference.without(Kind.REMOVED, pieces)).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = random.nextInt(40); word > 0; word--) {
            text.append(
                    List.of("a", "b", "c", " ", "\n", "word", ", ", "é").get(random.nextInt(8)));
        }
        return text.toString();
    }

    @Test
    void long_texts_without_anything_in_common_take_no_long_time() {
        String before = "a b\n".repeat(50_000);
        String after = "c d\n".repeat(50_000);

        List<Piece> pieces =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> Difference.between(before, after));

        assertThat(pieces).hasSize(2);
    }
}
