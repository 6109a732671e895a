package dev.docket.event.knowledge;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What an article says and where it stands; it changes as a whole, from revision to revision.
 *
 * @param body in CommonMark
 * @param category null while it has no place yet
 * @param visibility who may read it, if the category lets them
 */
public record ArticleContent(
        Language language,
        String title,
        String summary,
        String body,
        @Nullable CategoryId category,
        SortedSet<String> tags,
        Visibility visibility) {}
