package dev.docket.benchmark.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Words in place of which people say others: each that the table knows is replaced. The
 * organisation has the same table among its synonyms.
 */
final class Synonyms implements Rule {

    private static final String TABLE = "synonyms.tsv";

    private final Map<String, String> others;

    Synonyms(String language) {
        this.others =
                Table.read(TABLE).stream()
                        .filter(row -> row.getFirst().equals(language))
                        .collect(Collectors.toMap(row -> row.get(1), row -> row.get(2)));
    }

    /** The sets of words that search is told to take for one another. */
    static List<SortedSet<String>> all() {
        return Table.read(TABLE).stream()
                .<SortedSet<String>>map(row -> new TreeSet<>(row.subList(1, row.size())))
                .toList();
    }

    @Override
    public Optional<List<String>> apply(Task task, RandomGenerator random) {
        List<String> words =
                task.words().stream().map(word -> others.getOrDefault(word, word)).toList();
        return words.equals(task.words()) ? Optional.empty() : Optional.of(words);
    }
}
