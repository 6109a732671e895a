package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleApproved;
import dev.docket.event.knowledge.ArticleEvent.ArticleArchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleConfirmed;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticleFeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnarchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnfeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnlinked;
import dev.docket.event.knowledge.ArticleEvent.ArticleWithdrawn;
import dev.docket.event.knowledge.ArticleEvent.ChangesRequested;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleEvent.PublicationScheduled;
import dev.docket.event.knowledge.ArticleEvent.ReviewRequested;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code article} and one of {@code publication} while a batch is folded into them. */
final class ArticleRow {

    /** What is shown in lists of one revision; the body is in the table of revisions. */
    record Copy(
            int revision,
            Language language,
            String title,
            String summary,
            @Nullable UUID category,
            Set<String> tags,
            Visibility visibility) {

        static Copy of(int revision, ArticleContent content) {
            CategoryId category = content.category();
            return new Copy(
                    revision,
                    content.language(),
                    content.title(),
                    content.summary(),
                    category == null ? null : category.value(),
                    content.tags(),
                    content.visibility());
        }

        Copy in(@Nullable UUID other) {
            return new Copy(revision, language, title, summary, other, tags, visibility);
        }
    }

    /** What readers see. */
    record Publication(Copy copy, Visibility effective, Instant visibleSince, Instant at) {}

    /** How far the newest revision has come. */
    enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED
    }

    final UUID id;
    UUID tenant = new UUID(0, 0);
    Copy newest = new Copy(0, new Language("en"), "", "", null, Set.of(), Visibility.AGENTS);
    @Nullable Publication publication;
    UUID author = new UUID(0, 0);
    UUID translationGroup;
    @Nullable UUID solves;
    boolean featured;
    boolean archived;
    @Nullable Integer reviewedRevision;
    @Nullable UUID reviewer;
    @Nullable String reviewReason;
    @Nullable Integer approvedRevision;
    @Nullable Integer scheduledRevision;
    @Nullable Instant scheduledAt;
    Instant draftedAt = Instant.EPOCH;
    Instant updatedAt = Instant.EPOCH;
    @Nullable Instant confirmedAt;
    long version = -1;
    long position;
    private boolean touched;

    ArticleRow(UUID id) {
        this.id = id;
        this.translationGroup = id;
    }

    void apply(ArticleEvent event, Recorded recorded) {
        if (version < 0 && !(event instanceof ArticleDrafted)) {
            throw new IllegalStateException("There is no article " + id + " yet");
        }
        Instant at = recorded.occurredAt();
        switch (event) {
            case ArticleDrafted e -> drafted(e, recorded);
            case ArticleEdited e -> newest = Copy.of(e.revision(), e.content());
            case RevisionRestored e -> newest = Copy.of(e.revision(), e.content());
            case FilesAttached e -> newest = Copy.of(e.revision(), e.content());
            case ReviewRequested e -> {
                reviewedRevision = e.revision();
                reviewer = e.reviewer() == null ? null : e.reviewer().value();
                reviewReason = null;
            }
            case ChangesRequested e -> {
                reviewedRevision = null;
                reviewReason = e.reason();
            }
            case ArticleApproved e -> {
                reviewedRevision = null;
                reviewReason = null;
                approvedRevision = e.revision();
            }
            case PublicationScheduled e -> {
                scheduledRevision = e.revision();
                scheduledAt = e.at();
            }
            case PublicationCancelled _ -> unscheduled();
            case ArticlePublished e -> published(e, at);
            case ArticleWithdrawn _ -> publication = null;
            case ArticleArchived _ -> {
                archived = true;
                publication = null;
                reviewedRevision = null;
                unscheduled();
            }
            case ArticleUnarchived _ -> archived = false;
            case ArticleFeatured _ -> featured = true;
            case ArticleUnfeatured _ -> featured = false;
            case ArticleConfirmed _ -> confirmedAt = at;
            case ArticleLinked _, ArticleUnlinked _, FileRemoved _ -> {
                // Links and files have rows of their own.
            }
        }
        updatedAt = at;
        version = recorded.version();
        position = Math.max(position, recorded.position());
        touched = true;
    }

    private void drafted(ArticleDrafted e, Recorded recorded) {
        tenant = recorded.facts().tenant().value();
        newest = Copy.of(1, e.content());
        author = e.author().value();
        translationGroup = e.translationOf() == null ? id : e.translationOf().value();
        solves = e.solves() == null ? null : e.solves().value();
        draftedAt = recorded.occurredAt();
    }

    private void published(ArticlePublished e, Instant at) {
        Publication before = publication;
        publication =
                new Publication(
                        Copy.of(e.revision(), e.content()),
                        Visibility.AGENTS,
                        before == null ? at : before.visibleSince(),
                        at);
        reviewedRevision = null;
        if (scheduledRevision != null && scheduledRevision <= e.revision()) {
            unscheduled();
        }
    }

    private void unscheduled() {
        scheduledRevision = null;
        scheduledAt = null;
    }

    /** Puts the article into the tree of categories as it is now. */
    void place(CategoryTree tree) {
        position = Math.max(position, tree.changedAt(newest.category()));
        if (publication != null) {
            position = Math.max(position, tree.changedAt(publication.copy().category()));
        }
        newest = newest.in(tree.resolved(newest.category()));
        if (publication != null) {
            publication = placed(publication, tree);
        }
    }

    /** Something beside the article that is shown with it changed. */
    void touch() {
        touched = true;
    }

    private static Publication placed(Publication shown, CategoryTree tree) {
        UUID category = tree.resolved(shown.copy().category());
        return new Publication(
                shown.copy().in(category),
                tree.effective(shown.copy().visibility(), category),
                shown.visibleSince(),
                shown.at());
    }

    /** Whether the batch changed anything. */
    boolean isTouched() {
        return touched;
    }

    State state() {
        if (archived) {
            return State.ARCHIVED;
        }
        Integer revision = newest.revision();
        if (publication != null && publication.copy().revision() == newest.revision()) {
            return State.PUBLISHED;
        }
        if (revision.equals(scheduledRevision)) {
            return State.SCHEDULED;
        }
        if (revision.equals(reviewedRevision)) {
            return State.IN_REVIEW;
        }
        return revision.equals(approvedRevision) ? State.APPROVED : State.DRAFT;
    }
}
