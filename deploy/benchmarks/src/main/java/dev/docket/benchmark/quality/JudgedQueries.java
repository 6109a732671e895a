package dev.docket.benchmark.quality;

import dev.docket.benchmark.article.Page;
import dev.docket.event.knowledge.ArticleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes judged queries of pages by rule, the same for the same pages and seed. */
final class JudgedQueries {

    private static final String BY_HAND = "by-hand.tsv";

    private final List<Page> pages;
    private final long seed;

    JudgedQueries(List<Page> pages, long seed) {
        this.pages = pages;
        this.seed = seed;
    }

    /**
     * Up to so many of each kind, in one language.
     *
     * @param language as pages have it
     */
    List<JudgedQuery> of(String language, int ofEachKind) {
        List<Page> own = pages.stream().filter(page -> page.lang().equals(language)).toList();
        List<Task> tasks = Tasks.of(own, language, seed);
        Map<Kind, Rule> rules =
                Map.of(
                        Kind.CLEAN, (task, _) -> Optional.of(task.words()),
                        Kind.THREE_WORDS, new ThreeWords(),
                        Kind.TYPOS, new Typos(),
                        Kind.INFLECTED, new Inflections(language, own),
                        Kind.SYNONYMS, new Synonyms(language));
        List<JudgedQuery> queries = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Rule rule = rules.get(kind);
            if (rule != null) {
                SplittableRandom random = new SplittableRandom(seed);
                tasks.stream()
                        .flatMap(task ->
                                rule.apply(task, random).stream()
                                        .map(words -> query(kind, language, task, words)))
                        .limit(ofEachKind)
                        .forEach(queries::add);
            }
        }
        return queries;
    }

    private static JudgedQuery query(Kind kind, String language, Task task, List<String> words) {
        String text =
                kind == Kind.THREE_WORDS ? String.join(" ", words) : task.script().join(words);
        return new JudgedQuery(kind, language, text, task.pages());
    }

    /** Those that were written by hand, as far as the pages that answer them are there. */
    List<JudgedQuery> byHand() {
        Set<ArticleId> there = pages.stream().map(Page::article).collect(Collectors.toSet());
        return Table.read(BY_HAND).stream()
                .map(row -> {
                    String language = row.getFirst();
                    Set<ArticleId> relevant =
                            Stream.of(row.get(2).split(" "))
                                    .map(key -> new Page(key, "", language, "", "").article())
                                    .filter(there::contains)
                                    .collect(Collectors.toSet());
                    return new JudgedQuery(Kind.BY_HAND, language, row.get(1), relevant);
                })
                .filter(query -> !query.relevant().isEmpty())
                .toList();
    }
}
