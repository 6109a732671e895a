package dev.docket.benchmark.quality;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Turns the words of a task into those of a question; empty if it has nothing to change in them.
 */
@FunctionalInterface
interface Rule {

    Optional<List<String>> apply(Task task, RandomGenerator random);
}
