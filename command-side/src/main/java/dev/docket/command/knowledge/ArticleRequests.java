package dev.docket.command.knowledge;

import dev.docket.command.knowledge.base.VisibleTo;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests; what an article may hold is said by the rules, not here. */
final class ArticleRequests {

    private static final String REQUIRED = "is required";

    private ArticleRequests() {}

    /**
     * @param body in CommonMark
     * @param visibility absent for agents only
     */
    record Draft(
            @NotNull(message = REQUIRED) Language language,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable CategoryId category,
            @Nullable SortedSet<@NotNull(message = REQUIRED) String> tags,
            @Valid @Nullable VisibleTo visibility) {

        ArticleContent content() {
            return ArticleRequests.content(
                    language,
                    title,
                    summary,
                    body,
                    category,
                    tags,
                    visibility == null ? Visibility.AGENTS : visibility.visibility());
        }
    }

    /**
     * @param category absent for none
     * @param reason what was changed and why
     */
    record Edit(
            @NotNull(message = REQUIRED) Language language,
            @NotNull(message = REQUIRED) String title,
            @Nullable String summary,
            @NotNull(message = REQUIRED) String body,
            @Nullable CategoryId category,
            @Nullable SortedSet<@NotNull(message = REQUIRED) String> tags,
            @Valid @NotNull(message = REQUIRED) VisibleTo visibility,
            @Nullable String reason) {

        ArticleContent content() {
            return ArticleRequests.content(
                    language, title, summary, body, category, tags, visibility.visibility());
        }
    }

    /**
     * @param category absent for that of the original, as are tags and visibility
     */
    record Translate(
            @NotNull(message = REQUIRED) Language language,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable CategoryId category,
            @Nullable SortedSet<@NotNull(message = REQUIRED) String> tags,
            @Valid @Nullable VisibleTo visibility) {

        ArticleContent content(ArticleContent original) {
            return ArticleRequests.content(
                    language,
                    title,
                    summary,
                    body,
                    category == null ? original.category() : category,
                    tags == null ? original.tags() : tags,
                    visibility == null ? original.visibility() : visibility.visibility());
        }
    }

    record Review(@Nullable PersonId reviewer) {}

    record Schedule(@NotNull(message = REQUIRED) Instant at) {}

    record Reason(@NotNull(message = REQUIRED) String reason) {}

    record Restore(@Nullable String reason) {}

    /**
     * @param reason what the files are for
     */
    record Attach(
            @NotEmpty(message = REQUIRED)
                    List<@NotNull(message = REQUIRED) AttachmentId> attachments,
            @Nullable String reason) {}

    record Vote(@NotNull(message = REQUIRED) Boolean helpful, @Nullable String comment) {}

    private static ArticleContent content(
            Language language,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable CategoryId category,
            @Nullable SortedSet<String> tags,
            Visibility visibility) {
        return new ArticleContent(
                language,
                orEmpty(title),
                orEmpty(summary),
                orEmpty(body),
                category,
                tags == null ? new TreeSet<>() : tags,
                visibility);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
