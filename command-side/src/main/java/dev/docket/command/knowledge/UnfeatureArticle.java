package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnfeatured;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The article is one among others again. */
public record UnfeatureArticle(@TargetAggregateIdentifier ArticleId article)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor),
                () ->
                        article.featured()
                                ? Decision.happened(new ArticleUnfeatured(this.article))
                                : Decision.nothing());
    }
}
