package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static List<UUID> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(FusionTest::id).toList();
    }

    @Test
    void what_both_lists_have_comes_before_the_best_of_either() {
        assertThat(Fusion.of(ids(1, 2, 3), ids(4, 3, 5))).isEqualTo(ids(3, 1, 4, 2, 5));
    }

    @Test
    void of_equals_the_smaller_id_comes_first() {
        assertThat(Fusion.of(ids(9, 2), ids(1, 8))).isEqualTo(ids(1, 9, 2, 8));
    }

    @Test
    void one_list_stays_as_it_is() {
        assertThat(Fusion.of(ids(3, 1, 2), List.of())).isEqualTo(ids(3, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_adds_reciprocal_ranks(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<UUID> words = someOf(random, 100);
            List<UUID> nearest = someOf(random, 50);
            Set<UUID> all = new HashSet<>(words);
            all.addAll(nearest);
            List<UUID> expected = new ArrayList<>(all);
            expected.sort(
                    Comparator.comparingDouble(
                                    (UUID id) -> -(share(words, id) + share(nearest, id)))
                            .thenComparing(id -> id));

            assertThat(Fusion.of(words, nearest)).isEqualTo(expected);
        }
    }

    private static double share(List<UUID> ranking, UUID id) {
        int place = ranking.indexOf(id);
        return place < 0 ? 0 : 1.0 / (60 + place + 1);
    }

    private static List<UUID> someOf(Random random, int most) {
        List<UUID> all = new ArrayList<>();
        IntStream.range(0, 160).forEach(number -> all.add(id(number)));
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, random.nextInt(most + 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_walk_over_pages_gives_the_fused_list_once_and_in_order(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<UUID> words = someOf(random, FusedPlace.WORDS + 1);
            List<UUID> nearest = someOf(random, FusedPlace.NEAREST);
            int limit = 1 + random.nextInt(30);
            List<UUID> walked = new ArrayList<>();
            Optional<FusedPlace> place = Optional.of(new FusedPlace(nearest, 0));
            boolean wordsGoOn = false;
            while (place.isPresent()) {
                FusedPage page = FusedPage.of(words, place.get(), limit);
                walked.addAll(page.shown());
                wordsGoOn = page.wordsGoOn();
                place = page.next().map(next -> nearest.isEmpty() ? next : coded(next));
            }
            List<UUID> fused = words.subList(0, Math.min(words.size(), FusedPlace.WORDS));

            assertThat(walked).isEqualTo(Fusion.of(fused, nearest)).doesNotHaveDuplicates();
            assertThat(wordsGoOn).isEqualTo(words.size() > FusedPlace.WORDS);
        }
    }

    /** As it comes back in a cursor. */
    private static FusedPlace coded(FusedPlace place) {
        return FusedPlace.parse(place.parts());
    }
}
