package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleConfirmed;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Somebody read what readers see and found that it still holds; each time counts. */
public record ConfirmArticle(@TargetAggregateIdentifier ArticleId article)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        Integer published = article.published();
        return published == null
                ? Decision.unless(
                        ArticleGuard.mustBeSeenBy(article, actor)
                                .or(() -> ArticleGuard.mustBePublished(article)),
                        Decision::nothing)
                : Decision.unless(
                        ArticleGuard.mustBeSeenBy(article, actor),
                        () -> Decision.happened(new ArticleConfirmed(this.article, published)));
    }
}
