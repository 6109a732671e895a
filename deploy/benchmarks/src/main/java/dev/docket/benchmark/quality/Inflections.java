package dev.docket.benchmark.quality;

import dev.docket.benchmark.article.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Other forms of the words of one language, by pairs of endings of which either may take the
 * other's place. What comes out must be a word that pages of the language use; of several the most
 * frequent is taken. Where there are no spaces, an ending is that of the whole question and nobody
 * looks whether it is used.
 */
final class Inflections implements Rule {

    private static final String TABLE = "inflections.tsv";
    private static final int SHORTEST_STEM = 3;

    private record Endings(String one, String other) {}

    private final List<Endings> endings;
    private final Map<String, Integer> used = new HashMap<>();

    /**
     * @param pages of the language
     */
    Inflections(String language, Collection<Page> pages) {
        this.endings =
                Table.read(TABLE).stream()
                        .filter(row -> row.getFirst().equals(language))
                        .flatMap(row ->
                                row.stream().skip(2).map(other -> new Endings(row.get(1), other)))
                        .toList();
        Script script = Script.of(language);
        for (Page page : pages) {
            for (String word : script.words(page.body())) {
                used.merge(word, 1, Integer::sum);
            }
        }
    }

    @Override
    public Optional<List<String>> apply(Task task, RandomGenerator random) {
        List<String> words =
                task.script() == Script.SPACED
                        ? task.words().stream().map(word -> usedForm(task, word)).toList()
                        : List.of(forms(task.text()).stream().findFirst().orElse(task.text()));
        return task.script().join(words).equals(task.text())
                ? Optional.empty()
                : Optional.of(words);
    }

    private String usedForm(Task task, String word) {
        return task.script().isTelling(word)
                ? forms(word).stream()
                        .filter(used::containsKey)
                        .max(Comparator.comparing(form -> used.getOrDefault(form, 0)))
                        .orElse(word)
                : word;
    }

    private List<String> forms(String word) {
        List<String> forms = new ArrayList<>();
        for (Endings pair : endings) {
            add(word, pair.one(), pair.other(), forms);
            add(word, pair.other(), pair.one(), forms);
        }
        return forms;
    }

    private static void add(String word, String ending, String other, List<String> forms) {
        int stem = word.length() - ending.length();
        if (stem >= SHORTEST_STEM && word.endsWith(ending)) {
            forms.add(word.substring(0, stem) + other);
        }
    }
}
