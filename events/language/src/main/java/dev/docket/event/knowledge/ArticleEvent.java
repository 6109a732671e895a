package dev.docket.event.knowledge;

import dev.docket.event.DomainEvent;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an article, in the order of its life.
 *
 * <p>An article is in one language and is written in revisions, counted from 1. Somebody drafts it
 * and edits it; an editor may be asked to review the newest revision and approves it or asks for
 * changes. A revision is published at once or at a set time; while later ones are written, readers
 * see the published one. A published article may be withdrawn, and one that nobody needs any more
 * is archived. A translation is an article of its own that names the one it was made from.
 *
 * <p>Who did it, when and from where is in the {@linkplain dev.docket.event.Facts facts} beside it.
 */
public sealed interface ArticleEvent extends DomainEvent {

    ArticleId article();

    /**
     * Begins revision 1.
     *
     * @param translationOf the article it says the same as, in another language; never itself a
     *     translation
     * @param solves the ticket out of whose solution it was made
     */
    record ArticleDrafted(
            ArticleId article,
            PersonId author,
            ArticleContent content,
            @Nullable ArticleId translationOf,
            @Nullable TicketId solves)
            implements ArticleEvent {}

    /**
     * @param revision the one that this begins
     * @param reason what was changed and why, for those who compare revisions
     */
    record ArticleEdited(
            ArticleId article, int revision, ArticleContent content, @Nullable String reason)
            implements ArticleEvent {}

    /**
     * An earlier revision is the newest again.
     *
     * @param revision the one that this begins
     * @param restored the one whose content it repeats
     */
    record RevisionRestored(
            ArticleId article,
            int revision,
            int restored,
            ArticleContent content,
            @Nullable String reason)
            implements ArticleEvent {}

    /**
     * Files belong to the article from this revision on: readers have them once they see it or a
     * later one.
     *
     * @param revision the one that this begins
     * @param content what the revision before said
     * @param attachments at least one
     * @param reason what they are for, for those who compare revisions
     */
    record FilesAttached(
            ArticleId article,
            int revision,
            ArticleContent content,
            List<AttachedFile> attachments,
            @Nullable String reason)
            implements ArticleEvent {}

    /** Nobody sees the file any more, whatever revision it came with. */
    record FileRemoved(ArticleId article, AttachmentId attachment, String reason)
            implements ArticleEvent {}

    /**
     * @param reviewer who is asked; null for any editor
     */
    record ReviewRequested(ArticleId article, int revision, @Nullable PersonId reviewer)
            implements ArticleEvent {}

    record ChangesRequested(ArticleId article, int revision, String reason)
            implements ArticleEvent {}

    record ArticleApproved(ArticleId article, int revision) implements ArticleEvent {}

    record PublicationScheduled(ArticleId article, int revision, Instant at)
            implements ArticleEvent {}

    record PublicationCancelled(ArticleId article, int revision) implements ArticleEvent {}

    /**
     * Readers see this revision from now on.
     *
     * @param before the revision that they saw until now
     * @param content of the revision
     */
    record ArticlePublished(
            ArticleId article, int revision, @Nullable Integer before, ArticleContent content)
            implements ArticleEvent {}

    /** Readers see the article no more; it may be published again. */
    record ArticleWithdrawn(ArticleId article, int revision, String reason)
            implements ArticleEvent {}

    /**
     * @param published the revision that readers saw until now, if they saw one
     */
    record ArticleArchived(ArticleId article, @Nullable Integer published, String reason)
            implements ArticleEvent {}

    /** An archived article is a draft again. */
    record ArticleUnarchived(ArticleId article) implements ArticleEvent {}

    record ArticleFeatured(ArticleId article) implements ArticleEvent {}

    record ArticleUnfeatured(ArticleId article) implements ArticleEvent {}

    /** The article helped, or might help, with a ticket. */
    record ArticleLinked(ArticleId article, TicketId ticket) implements ArticleEvent {}

    record ArticleUnlinked(ArticleId article, TicketId ticket) implements ArticleEvent {}

    /** Somebody read the published revision and found that it still holds. */
    record ArticleConfirmed(ArticleId article, int revision) implements ArticleEvent {}
}
