package dev.docket.benchmark.platform;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What people would type who look for something that there is: one to three words of its subject,
 * one search in five with a letter missing.
 */
public final class Searches {

    private static final int MOST_WORDS = 3;
    private static final int MISSPELT_ONE_IN = 5;

    private Searches() {}

    /** For each subject, the value of the parameter {@code q}. */
    public static List<String> of(List<String> subjects, RandomGenerator random) {
        return subjects.stream().map(subject -> Client.coded(search(subject, random))).toList();
    }

    private static String search(String subject, RandomGenerator random) {
        List<String> words = List.of(subject.split(" "));
        int count = Math.min(words.size(), 1 + random.nextInt(MOST_WORDS));
        int first = random.nextInt(words.size() - count + 1);
        String search = String.join(" ", words.subList(first, first + count));
        boolean misspelt = search.length() > 1 && random.nextInt(MISSPELT_ONE_IN) == 0;
        return misspelt ? misspelt(search, random) : search;
    }

    /** Without one of its letters, but not the first. */
    private static String misspelt(String search, RandomGenerator random) {
        int missing = 1 + random.nextInt(search.length() - 1);
        return search.substring(0, missing) + search.substring(missing + 1);
    }
}
