package dev.docket.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as the index holds it; the document's id is the article's. It says what readers see,
 * or, while they see nothing, what its writers do. What is only searched and never shown again is
 * absent when a document is read.
 *
 * @param published whether readers see it
 * @param language as a BCP 47 tag
 * @param body without its marks, as far as it is shown in excerpts
 * @param categoryPath from the top category down to its own
 * @param audience who may read it, as its category and those above let them
 * @param organisations whose people may read it too
 * @param appeal from 1 for an article that nobody voted on: less if it did not help, more if it did
 * @param position of the newest event that is in the document
 * @param titleStems as its language reduces words
 * @param titleWords whole words, alike in all languages
 * @param titlePrefixes the beginnings of the title's words, shortest first, for those who still
 *     type
 * @param prefixes those of the summary's words and the tags as well
 * @param words all whole words
 * @param draftWords whole words of a newer revision that readers do not see yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleDocument(
        UUID tenant,
        boolean published,
        String language,
        String title,
        String summary,
        String body,
        @Nullable UUID category,
        @Nullable List<UUID> categoryPath,
        List<String> tags,
        String audience,
        List<UUID> organisations,
        String state,
        boolean featured,
        double appeal,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        long version,
        long position,
        @Nullable String titleStems,
        @Nullable String summaryStems,
        @Nullable String bodyStems,
        @Nullable String titleWords,
        @Nullable String titlePrefixes,
        @Nullable String prefixes,
        @Nullable String words,
        @Nullable String draftWords) {}
