package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.Article.Review;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Shows the newest revision to readers; what was scheduled before it, is not any more. */
public record PublishArticle(@TargetAggregateIdentifier ArticleId article, KnowledgeBase base)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article)),
                () -> article.newestIsPublished() ? Decision.nothing() : published(article));
    }

    private Decision<ArticleEvent> published(Article before) {
        boolean approved = before.review() == Review.APPROVED;
        return Decision.unless(
                ArticleGuard.mustBePublishable(before.content(), approved, base),
                () -> {
                    List<ArticleEvent> events = new ArrayList<>();
                    Scheduled scheduled = before.scheduled();
                    if (scheduled != null && scheduled.revision() < before.revision()) {
                        events.add(new PublicationCancelled(article, scheduled.revision()));
                    }
                    events.add(
                            new ArticlePublished(
                                    article,
                                    before.revision(),
                                    before.published(),
                                    ArticleGuard.inLivingCategory(before.content(), base)));
                    return Decision.happened(events);
                });
    }
}
