package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnfeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleWithdrawn;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Readers see the article no more, nor is it featured. What is scheduled stays so. */
public record WithdrawArticle(@TargetAggregateIdentifier ArticleId article, String reason)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleText.requiredReason(reason)),
                () -> withdrawn(article));
    }

    private Decision<ArticleEvent> withdrawn(Article before) {
        Integer published = before.published();
        if (published == null) {
            return Decision.nothing();
        }
        ArticleEvent withdrawn = new ArticleWithdrawn(article, published, reason);
        return before.featured()
                ? Decision.happened(new ArticleUnfeatured(article), withdrawn)
                : Decision.happened(withdrawn);
    }
}
