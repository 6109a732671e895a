package dev.docket.query.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param organisation whose it is
 * @param language as a BCP 47 tag
 * @param state how far the newest revision has come; only for those who work on articles
 * @param staleBecause {@code notConfirmed}, {@code votesFalling}, {@code ticketsReopened}; only in
 *     the report of stale articles
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleItem(
        UUID id,
        UUID organisation,
        int revision,
        String language,
        String title,
        String summary,
        @Nullable UUID category,
        List<String> tags,
        @Nullable String state,
        boolean featured,
        long views,
        long helpful,
        long unhelpful,
        @Nullable Instant publishedAt,
        @Nullable Instant confirmedAt,
        Instant updatedAt,
        @Nullable List<String> staleBecause) {}
