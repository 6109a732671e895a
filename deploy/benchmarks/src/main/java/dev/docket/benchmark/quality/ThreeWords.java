package dev.docket.benchmark.quality;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Three telling words, in the order that they have, as people ask who do not write sentences. */
final class ThreeWords implements Rule {

    private static final int KEPT = 3;

    @Override
    public Optional<List<String>> apply(Task task, RandomGenerator random) {
        List<String> words = task.words();
        List<Integer> telling = task.script().telling(words);
        if (telling.size() <= KEPT) {
            return Optional.empty();
        }
        Collections.shuffle(telling, Random.from(random));
        return Optional.of(telling.stream().limit(KEPT).sorted().map(words::get).toList());
    }
}
