package dev.docket.query.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as a page shows it.
 *
 * @param body in CommonMark
 * @param html the same as HTML that is safe to show
 * @param readingMinutes at an unhurried pace, at least 1
 * @param attachments its files; their bytes are at {@code /attachments/{id}}
 * @param translations the other languages of it that the reader may see
 * @param work what only those who work on articles see
 * @param version for a writer's {@code If-Match}; only with what they see
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleView(
        UUID id,
        UUID organisation,
        int revision,
        String language,
        String title,
        String summary,
        String body,
        String html,
        List<Heading> headings,
        int readingMinutes,
        @Nullable UUID category,
        List<String> tags,
        boolean featured,
        long views,
        long helpful,
        long unhelpful,
        List<Attachment> attachments,
        List<Translation> translations,
        @Nullable Instant publishedAt,
        @Nullable Instant confirmedAt,
        Instant updatedAt,
        @Nullable Work work,
        @Nullable Long version) {

    /**
     * @param anchor leads to it within the HTML
     */
    public record Heading(int level, String anchor, String text) {}

    /**
     * @param mediaType as its bytes tell
     * @param size in bytes
     * @param revision the one that it came with
     */
    public record Attachment(
            UUID id, String name, String mediaType, long size, String sha256, int revision) {}

    /** The same article in another language. */
    public record Translation(UUID id, String language, String title) {}

    /**
     * Where the newest revision stands.
     *
     * @param published the revision that readers see, if they see one
     * @param reviewReason why the last review asked for changes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Work(
            String state,
            int newest,
            @Nullable Integer published,
            Person author,
            String audience,
            List<UUID> organisations,
            @Nullable UUID reviewer,
            @Nullable String reviewReason,
            @Nullable Integer scheduledRevision,
            @Nullable Instant scheduledAt,
            @Nullable UUID solves,
            List<UUID> tickets) {}

    /**
     * @param name null for somebody who is not registered
     */
    public record Person(UUID id, @Nullable String name) {}
}
