package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnarchived;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An archived article is a draft again. */
public record UnarchiveArticle(@TargetAggregateIdentifier ArticleId article)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor),
                () ->
                        article.archived()
                                ? Decision.happened(new ArticleUnarchived(this.article))
                                : Decision.nothing());
    }
}
