package dev.docket.benchmark.quality;

import dev.docket.event.knowledge.ArticleId;
import java.util.List;
import java.util.Set;

/**
 * The words of a task that somebody may want done.
 *
 * @param pages that say how
 */
record Task(Script script, List<String> words, Set<ArticleId> pages) {

    String text() {
        return script.join(words);
    }
}
