package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A set time has come. Who says so may be late, early or one of many: only what is still scheduled
 * for that time is published. What can no longer be published, because its category is gone or a
 * review is demanded by now, is cancelled instead.
 */
public record PublishDue(
        @TargetAggregateIdentifier ArticleId article, Instant at, KnowledgeBase base)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        Scheduled scheduled = article.scheduled();
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor),
                () ->
                        scheduled == null || !scheduled.at().equals(at)
                                ? Decision.nothing()
                                : Decision.happened(due(article, scheduled)));
    }

    private ArticleEvent due(Article before, Scheduled scheduled) {
        return ArticleGuard.mustBePublishable(scheduled.content(), scheduled.approved(), base)
                        .isPresent()
                ? new PublicationCancelled(article, scheduled.revision())
                : new ArticlePublished(
                        article,
                        scheduled.revision(),
                        before.published(),
                        ArticleGuard.inLivingCategory(scheduled.content(), base));
    }
}
