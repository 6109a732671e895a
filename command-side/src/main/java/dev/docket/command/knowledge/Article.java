package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.knowledge.ArticleAnswer.Stage;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
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
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an article need to know of it, folded from its events. Of all revisions only
 * the newest and a scheduled one are here with their content; an older one is read from the stream
 * when somebody restores it, at the version that is remembered for it. So the state, and with it
 * the cache and the snapshots, stays below three bodies however long the article's life is.
 *
 * @param version of the last event that is folded in, -1 before the first
 * @param revision the newest, counted from 1
 * @param writer who wrote the newest revision
 * @param reviewer who was asked for a review, if anybody in particular
 * @param published the revision that readers see, if they see one
 * @param visible where and to whom, as long as they see one
 * @param files that belong to it, of all revisions
 * @param revisions the versions of the events that began the revisions, in order
 */
public record Article(
        TenantId tenant,
        ArticleId id,
        long version,
        int revision,
        ArticleContent content,
        PersonId writer,
        Review review,
        @Nullable PersonId reviewer,
        @Nullable Scheduled scheduled,
        @Nullable Integer published,
        @Nullable Visible visible,
        boolean archived,
        boolean featured,
        Set<TicketId> links,
        Set<File> files,
        @Nullable ArticleId translationOf,
        List<Long> revisions,
        RecentCommands<ArticleAnswer> recent)
        implements Decided<ArticleAnswer> {

    /** How far the review of the newest revision has come. */
    enum Review {
        NONE,
        REQUESTED,
        CHANGES_REQUESTED,
        APPROVED
    }

    /**
     * A revision that readers see from a set time on.
     *
     * @param correlation of the wish that set it
     */
    record Scheduled(
            int revision, Instant at, ArticleContent content, boolean approved, UUID correlation) {

        Scheduled asApproved() {
            return new Scheduled(revision, at, content, true, correlation);
        }
    }

    /** Who may read the published revision, as far as the article says it. */
    record Visible(@Nullable CategoryId category, Visibility visibility) {}

    /**
     * @param size in bytes
     */
    record File(AttachmentId attachment, long size) {}

    @Override
    public ArticleAnswer answer() {
        return new ArticleAnswer(id, revision, published, stage());
    }

    @Override
    public Optional<Outcome<ArticleAnswer>> repeated(Wish wish) {
        return recent.answered(wish, version);
    }

    private Stage stage() {
        if (archived) {
            return Stage.ARCHIVED;
        }
        if (newestIsPublished()) {
            return Stage.PUBLISHED;
        }
        if (scheduled != null && scheduled.revision() == revision) {
            return Stage.SCHEDULED;
        }
        return switch (review) {
            case NONE -> Stage.DRAFT;
            case REQUESTED -> Stage.IN_REVIEW;
            case CHANGES_REQUESTED -> Stage.CHANGES_REQUESTED;
            case APPROVED -> Stage.APPROVED;
        };
    }

    /**
     * Whether readers see it, and somebody is one of those who may.
     *
     * @param actor null for somebody who has not signed in
     */
    public boolean isReadableBy(@Nullable Actor actor, KnowledgeBase base) {
        Visible shown = visible;
        if (shown == null) {
            return false;
        }
        Visibility readers = base.readable(shown.visibility(), base.living(shown.category()));
        return switch (readers.audience()) {
            case PUBLIC -> true;
            case REQUESTERS ->
                    actor != null
                            && (tenant.equals(actor.tenant())
                                    || readers.organisations().contains(actor.tenant()));
            case AGENTS -> actor != null && tenant.equals(actor.tenant()) && actor.worksOnTickets();
        };
    }

    boolean hasFile(AttachmentId attachment) {
        return files.stream().anyMatch(file -> file.attachment().equals(attachment));
    }

    /** Of all files together. */
    long fileBytes() {
        return files.stream().mapToLong(File::size).sum();
    }

    boolean newestIsPublished() {
        return published != null && published == revision;
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException if the log holds what cannot have happened: a draft of an
     *     article that there is, or something else before the draft
     */
    static Article evolve(@Nullable Article before, ArticleEvent event, Facts facts, long version) {
        if (before != null) {
            Changes to = before.changed(event, facts, version);
            Article after = to.article(version, before.recent);
            return to.article(version, before.recent.with(facts, version, after.answer()));
        }
        if (event instanceof ArticleDrafted drafted) {
            return drafted(drafted, facts);
        }
        throw new IllegalStateException("%s of an article never drafted".formatted(event));
    }

    private static Article drafted(ArticleDrafted e, Facts facts) {
        RecentCommands<ArticleAnswer> none = RecentCommands.none();
        ArticleAnswer answer = new ArticleAnswer(e.article(), 1, null, Stage.DRAFT);
        return new Article(
                facts.tenant(),
                e.article(),
                0,
                1,
                e.content(),
                e.author(),
                Review.NONE,
                null,
                null,
                null,
                null,
                false,
                false,
                Set.of(),
                Set.of(),
                e.translationOf(),
                List.of(0L),
                none.with(facts, 0, answer));
    }

    private Changes changed(ArticleEvent event, Facts facts, long at) {
        Changes to = new Changes(this);
        switch (event) {
            case ArticleDrafted again ->
                    throw new IllegalStateException("%s a second time".formatted(again));
            case ArticleEdited e -> to.revised(e.content(), facts.actor(), at);
            case RevisionRestored e -> to.revised(e.content(), facts.actor(), at);
            case FilesAttached e -> {
                to.revised(e.content(), facts.actor(), at);
                to.attach(e.attachments());
            }
            case FileRemoved e -> to.remove(e.attachment());
            case ReviewRequested e -> to.reviewed(Review.REQUESTED, e.reviewer());
            case ChangesRequested _ -> to.reviewed(Review.CHANGES_REQUESTED, null);
            case ArticleApproved e -> to.approved(e.revision());
            case PublicationScheduled e -> to.scheduled(e, facts.correlation());
            case PublicationCancelled _ -> to.scheduled = null;
            case ArticlePublished e -> to.published(e);
            case ArticleWithdrawn _ -> to.hidden();
            case ArticleArchived _ -> to.archived();
            case ArticleUnarchived _ -> to.archived = false;
            case ArticleFeatured _ -> to.featured = true;
            case ArticleUnfeatured _ -> to.featured = false;
            case ArticleLinked e -> to.link(e.ticket());
            case ArticleUnlinked e -> to.unlink(e.ticket());
            case ArticleConfirmed _ -> {}
        }
        return to;
    }

    /** The state under change, so that each event only names what it changes. */
    private static final class Changes {
        private final Article before;
        private ArticleContent content;
        private PersonId writer;
        private Review review;
        private @Nullable PersonId reviewer;
        private @Nullable Scheduled scheduled;
        private @Nullable Integer published;
        private @Nullable Visible visible;
        private boolean archived;
        private boolean featured;
        private Set<TicketId> links;
        private Set<File> files;
        private List<Long> revisions;

        Changes(Article before) {
            this.before = before;
            content = before.content;
            writer = before.writer;
            review = before.review;
            reviewer = before.reviewer;
            scheduled = before.scheduled;
            published = before.published;
            visible = before.visible;
            archived = before.archived;
            featured = before.featured;
            links = before.links;
            files = before.files;
            revisions = before.revisions;
        }

        void revised(ArticleContent next, PersonId by, long version) {
            content = next;
            writer = by;
            reviewed(Review.NONE, null);
            revisions = new ArrayList<>(revisions);
            revisions.add(version);
        }

        void reviewed(Review next, @Nullable PersonId asked) {
            review = next;
            reviewer = asked;
        }

        void approved(int revision) {
            reviewed(Review.APPROVED, null);
            if (scheduled != null && scheduled.revision() == revision) {
                scheduled = scheduled.asApproved();
            }
        }

        /** What is scheduled is always the newest revision at that time. */
        void scheduled(PublicationScheduled e, UUID correlation) {
            boolean approved = review == Review.APPROVED;
            scheduled = new Scheduled(e.revision(), e.at(), content, approved, correlation);
        }

        void published(ArticlePublished e) {
            published = e.revision();
            visible = new Visible(e.content().category(), e.content().visibility());
            if (scheduled != null && scheduled.revision() <= e.revision()) {
                scheduled = null;
            }
        }

        void hidden() {
            published = null;
            visible = null;
        }

        void archived() {
            hidden();
            archived = true;
            reviewed(Review.NONE, null);
        }

        void link(TicketId ticket) {
            links = new LinkedHashSet<>(links);
            links.add(ticket);
        }

        void unlink(TicketId ticket) {
            links = new LinkedHashSet<>(links);
            links.remove(ticket);
        }

        void attach(List<AttachedFile> attachments) {
            files = new LinkedHashSet<>(files);
            attachments.forEach(file -> files.add(new File(file.attachment(), file.size())));
        }

        void remove(AttachmentId attachment) {
            files = new LinkedHashSet<>(files);
            files.removeIf(file -> file.attachment().equals(attachment));
        }

        Article article(long version, RecentCommands<ArticleAnswer> recent) {
            return new Article(
                    before.tenant,
                    before.id,
                    version,
                    revisions.size(),
                    content,
                    writer,
                    review,
                    reviewer,
                    scheduled,
                    published,
                    visible,
                    archived,
                    featured,
                    links,
                    files,
                    before.translationOf,
                    revisions,
                    recent);
        }
    }
}
