package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.knowledge.Article.Review;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.PublicationScheduled;
import dev.docket.event.knowledge.ArticleId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sets the time from which readers see the newest revision, in place of an earlier date. Later
 * revisions do not change which one that is.
 *
 * @param at in whole milliseconds
 * @param now the time of the wish
 */
public record SchedulePublication(
        @TargetAggregateIdentifier ArticleId article, Instant at, Instant now, KnowledgeBase base)
        implements ArticleCommand {

    private static final Duration FARTHEST = Duration.ofDays(5 * 366);

    public SchedulePublication {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        boolean approved = article.review() == Review.APPROVED;
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> ArticleGuard.mustBeNews(article))
                        .or(this::dateMustFit)
                        .or(() ->
                                ArticleGuard.mustBePublishable(article.content(), approved, base)),
                () ->
                        isScheduled(article)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new PublicationScheduled(
                                                this.article, article.revision(), at)));
    }

    Optional<Refusal> dateMustFit() {
        return at.isAfter(now) && at.isBefore(now.plus(FARTHEST))
                ? Optional.empty()
                : ArticleGuard.refusal(
                        ArticleRule.DATE_DOES_NOT_FIT,
                        "at",
                        "A publication is scheduled for the next five years, not for " + at);
    }

    private boolean isScheduled(Article article) {
        Scheduled scheduled = article.scheduled();
        return scheduled != null
                && scheduled.revision() == article.revision()
                && scheduled.at().equals(at);
    }
}
