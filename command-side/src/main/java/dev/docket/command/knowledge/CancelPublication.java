package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nothing is published at a set time any more. */
public record CancelPublication(@TargetAggregateIdentifier ArticleId article)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        Scheduled scheduled = article.scheduled();
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor),
                () ->
                        scheduled == null
                                ? Decision.nothing()
                                : Decision.happened(
                                        new PublicationCancelled(
                                                this.article, scheduled.revision())));
    }
}
