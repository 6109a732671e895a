package dev.docket.command.knowledge;

import dev.docket.event.knowledge.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * What every command to an article answers.
 *
 * @param revision the newest
 * @param published the one that readers see; null if they see none
 */
public record ArticleAnswer(ArticleId id, int revision, @Nullable Integer published, Stage stage) {

    /** How far the newest revision has come. */
    public enum Stage {
        DRAFT,
        IN_REVIEW,
        CHANGES_REQUESTED,
        APPROVED,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED
    }
}
