package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleFeatured;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Shows a published article before others. */
public record FeatureArticle(@TargetAggregateIdentifier ArticleId article)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustBePublished(article)),
                () ->
                        article.featured()
                                ? Decision.nothing()
                                : Decision.happened(new ArticleFeatured(this.article)));
    }
}
