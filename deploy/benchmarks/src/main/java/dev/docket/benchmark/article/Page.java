package dev.docket.benchmark.article;

import dev.docket.event.DomainEvent;
import dev.docket.event.Ids;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.PersonId;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A page of tldr-pages: what a command does, and example commands, each below a line that says what
 * it is good for.
 *
 * @param key the same in all languages, for instance {@code common/tar}
 * @param lang as a POSIX locale has it, for instance {@code pt_BR}
 * @param title the command
 * @param body in Markdown
 */
public record Page(String key, String category, String lang, String title, String body) {

    private static final String TASK = "- ";
    private static final Pattern COLON = Pattern.compile("\\s*[:：]\\s*$");

    /** What the example commands are good for, in the page's words. */
    public List<String> tasks() {
        return body.lines()
                .filter(line -> line.startsWith(TASK))
                .map(line -> COLON.matcher(line.substring(TASK.length())).replaceFirst(""))
                .toList();
    }

    /** As a BCP 47 tag. */
    public String language() {
        return lang.replace('_', '-');
    }

    /** The article that the page becomes. */
    public ArticleId article() {
        return new ArticleId(Ids.named("tldr", lang + "/" + key));
    }

    /** Its whole history: written and published, for everybody. */
    public List<DomainEvent> history(PersonId author) {
        ArticleContent content =
                new ArticleContent(
                        new Language(language()),
                        title,
                        "",
                        body,
                        null,
                        new TreeSet<>(List.of(category)),
                        Visibility.PUBLIC);
        return List.of(
                new ArticleDrafted(article(), author, content, null, null),
                new ArticlePublished(article(), 1, null, content));
    }
}
