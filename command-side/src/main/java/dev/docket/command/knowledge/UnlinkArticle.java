package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnlinked;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a link to a ticket back. */
public record UnlinkArticle(@TargetAggregateIdentifier ArticleId article, TicketId ticket)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor),
                () ->
                        article.links().contains(ticket)
                                ? Decision.happened(new ArticleUnlinked(this.article, ticket))
                                : Decision.refused(
                                        ArticleRule.LINK_NOT_FOUND,
                                        "The article has no link to ticket " + ticket));
    }
}
