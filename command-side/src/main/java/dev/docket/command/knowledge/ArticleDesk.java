package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.LatestStates;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.FactsMetaData;
import dev.docket.log.LogReader;
import dev.docket.log.Reminders;
import dev.docket.log.Reminders.Reminder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Where commands to articles are handed in. It looks up what a decision needs beside the article:
 * the knowledge base, an original, a ticket. It is looked up, not locked: what another command
 * changes at the same moment is settled later, as {@link KnowledgeBase#living} does it.
 */
public final class ArticleDesk {

    /** What reminds of a publication is kept for this feature under this name. */
    static final String PUBLICATIONS = "publication";

    private static final int MOST_IN_MEMORY = 2_000;

    private final CommandDispatch dispatch;
    private final KnowledgeBaseDesk bases;
    private final LatestStates<Article> latest;
    private final LogReader log;
    private final Reminders reminders;
    private final ArticleFileLimits limits;
    private final Clock clock;

    ArticleDesk(
            CommandDispatch dispatch,
            KnowledgeBaseDesk bases,
            EventStore events,
            LogReader log,
            Reminders reminders,
            ArticleFileLimits limits,
            Clock clock) {
        this.dispatch = dispatch;
        this.bases = bases;
        this.latest = new LatestStates<>(events, MOST_IN_MEMORY, ArticleDesk::after);
        this.log = log;
        this.reminders = reminders;
        this.limits = limits;
        this.clock = clock;
    }

    /** The caller's organisation's knowledge base as the log has it now. */
    public KnowledgeBase base(Wish wish) {
        return bases.of(wish.facts().tenant());
    }

    /** The article as the log has it now, whoever asks. */
    public Optional<Article> find(ArticleId article) {
        return latest.of(article.value());
    }

    public Receipt<ArticleAnswer> send(ArticleCommand command, Wish wish) {
        return dispatch.send(command.article().value(), command, wish);
    }

    public Receipt<ArticleAnswer> restore(RestoreRevision command, Wish wish) {
        return dispatch.send(command.article().value(), command, wish);
    }

    /** Begins an article, or answers as the first time if the same request has begun it before. */
    public Receipt<ArticleAnswer> draft(ArticleId article, ArticleContent content, Wish wish) {
        return open(
                article,
                () -> new DraftArticle(article, content, base(wish)),
                RecentCommands.keyReused(),
                wish);
    }

    /** The same, with what solved a ticket. */
    public Receipt<ArticleAnswer> draft(
            ArticleId article, TicketId ticket, ArticleContent content, Wish wish) {
        return open(
                article,
                () ->
                        new DraftFromTicket(
                                article,
                                ticket,
                                solved(ticket, wish.facts().tenant()),
                                content,
                                base(wish)),
                RecentCommands.keyReused(),
                wish);
    }

    /** Begins the translation of an article into the content's language. */
    public Receipt<ArticleAnswer> translate(
            ArticleId original, UnaryOperator<ArticleContent> content, Language into, Wish wish) {
        ArticleId translation = TranslateArticle.translation(original, into);
        Refusal exists =
                new Refusal(
                        ArticleRule.TRANSLATION_EXISTS,
                        "language",
                        "There is a translation into '%s'".formatted(into));
        return open(
                translation,
                () -> {
                    Article from =
                            find(original)
                                    .orElseThrow(() ->
                                            new RefusedException(
                                                    new Refusal(
                                                            ArticleRule.ARTICLE_NOT_FOUND,
                                                            null,
                                                            "There is no such article")));
                    return new TranslateArticle(
                            translation, from, content.apply(from.content()), base(wish));
                },
                exists,
                wish);
    }

    private Receipt<ArticleAnswer> open(
            ArticleId article, Supplier<ArticleOpening> opening, Refusal otherwise, Wish wish) {
        UUID stream = article.value();
        if (dispatch.exists(stream)) {
            return dispatch.send(stream, new RepeatDrafting(article, otherwise), wish);
        }
        try {
            return dispatch.sendOnce(stream, opening.get(), wish);
        } catch (ConcurrencyException openedMeanwhile) {
            return dispatch.send(stream, new RepeatDrafting(article, otherwise), wish);
        }
    }

    public Receipt<ArticleAnswer> edit(
            ArticleId article, ArticleContent content, @Nullable String reason, Wish wish) {
        ArticleId translation = TranslateArticle.translation(article, content.language());
        boolean taken = dispatch.exists(translation.value());
        return send(new EditArticle(article, content, reason, taken, base(wish)), wish);
    }

    public Receipt<ArticleAnswer> link(ArticleId article, TicketId ticket, Wish wish) {
        boolean exists = solved(ticket, wish.facts().tenant()) != null;
        return send(new LinkArticle(article, ticket, exists), wish);
    }

    public Receipt<ArticleAnswer> attach(
            ArticleId article, List<AttachmentId> files, @Nullable String reason, Wish wish) {
        List<AttachmentId> distinct = files.stream().distinct().toList();
        return dispatch.send(
                article.value(), new AttachFiles(article, distinct, reason, limits), wish);
    }

    public Receipt<ArticleAnswer> remove(RemoveFile command, Wish wish) {
        return dispatch.send(command.article().value(), command, wish);
    }

    /**
     * The reminder is there before the fact, so that no crash between the two loses the date; one
     * for a wish that was refused does nothing when its time comes. Nobody is reminded of what is
     * not theirs.
     */
    public Receipt<ArticleAnswer> schedule(ArticleId article, Instant at, Wish wish) {
        SchedulePublication command =
                new SchedulePublication(article, at, clock.instant(), base(wish));
        TenantId tenant = wish.facts().tenant();
        boolean theirs = find(article).filter(a -> a.tenant().equals(tenant)).isPresent();
        if (theirs && command.dateMustFit().isEmpty()) {
            reminders.put(new Reminder(PUBLICATIONS, article.value(), tenant, command.at()));
        }
        return send(command, wish);
    }

    /** A vote is refused as if there were no article if the caller may not read it. */
    public Receipt<Boolean> vote(
            ArticleId article, boolean helpful, @Nullable String comment, Wish wish) {
        ArticleVoteId id = ArticleVoteId.of(article, wish.actor().person());
        boolean readable =
                publisher(article, wish.actor()).filter(wish.actor().tenant()::equals).isPresent();
        return dispatch.send(
                id.value(), new CastVote(id, article, helpful, comment, readable), wish);
    }

    public Receipt<Boolean> withdrawVote(ArticleId article, Wish wish) {
        ArticleVoteId id = ArticleVoteId.of(article, wish.actor().person());
        return dispatch.send(id.value(), new WithdrawVote(id, article), wish);
    }

    /**
     * Whose article it is, if it is published and somebody may read it.
     *
     * @param reader null for somebody who has not signed in
     */
    public Optional<TenantId> publisher(ArticleId article, @Nullable Actor reader) {
        return find(article)
                .filter(known -> known.isReadableBy(reader, bases.of(known.tenant())))
                .map(Article::tenant);
    }

    private @Nullable SolvedTicket solved(TicketId ticket, TenantId tenant) {
        SolvedTicket solved = null;
        for (Recorded recorded : log.readStream(ticket.value())) {
            solved = SolvedTicket.after(solved, recorded);
        }
        return solved != null && solved.tenant().equals(tenant) ? solved : null;
    }

    /** Null for what is not of an article: ids of other things lead to no article. */
    private static @Nullable Article after(
            @Nullable Article before, DomainEventMessage<?> message) {
        return switch (message.getPayload()) {
            case ArticleAggregate snapshot -> snapshot.state();
            case ArticleEvent event ->
                    Article.evolve(
                            before, event, FactsMetaData.in(message), message.getSequenceNumber());
            default -> null;
        };
    }
}
