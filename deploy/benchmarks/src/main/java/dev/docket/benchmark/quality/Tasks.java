package dev.docket.benchmark.quality;

import dev.docket.benchmark.article.Page;
import dev.docket.event.knowledge.ArticleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What pages of one language are good for, without the name of the command, without code, values
 * and what stands in brackets. What hardly says anything is left out, and so is what more than
 * {@value #MOST_PAGES} pages say; what a few say alike, all of them answer.
 */
final class Tasks {

    private static final int MOST_PAGES = 5;
    private static final int MOST_WORDS = 12;
    private static final Pattern NO_WORDS =
            Pattern.compile("`[^`]*`|\\{\\{.*?}}|<[^>]*>|\\([^)]*\\)|（[^）]*）|\\[[^]]*]");

    private Tasks() {}

    /** In an order that only the seed decides. */
    static List<Task> of(Collection<Page> pages, String language, long seed) {
        Script script = Script.of(language);
        Map<List<String>, Set<ArticleId>> byWords = new LinkedHashMap<>();
        for (Page page : pages) {
            for (String task : page.tasks()) {
                byWords.computeIfAbsent(words(task, page, script), _ -> new LinkedHashSet<>())
                        .add(page.article());
            }
        }
        List<Task> tasks = new ArrayList<>();
        byWords.forEach((words, saying) -> {
            if (script.areEnough(words) && saying.size() <= MOST_PAGES) {
                tasks.add(new Task(script, words, saying));
            }
        });
        Collections.shuffle(tasks, new Random(seed));
        return tasks;
    }

    private static List<String> words(String task, Page page, Script script) {
        Set<String> name = new HashSet<>(script.words(page.title()));
        return script.words(NO_WORDS.matcher(task).replaceAll(" ")).stream()
                .filter(word -> !name.contains(word))
                .filter(word -> word.codePoints().noneMatch(Character::isDigit))
                .limit(MOST_WORDS)
                .toList();
    }
}
