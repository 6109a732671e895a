package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that the article helped, or might help, with a ticket.
 *
 * @param ticketExists whether the organisation has the ticket
 */
public record LinkArticle(
        @TargetAggregateIdentifier ArticleId article, TicketId ticket, boolean ticketExists)
        implements ArticleCommand {

    static final int MOST = 1_000;

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article)),
                () -> linked(article));
    }

    private Decision<ArticleEvent> linked(Article before) {
        if (before.links().contains(ticket)) {
            return Decision.nothing();
        }
        if (!ticketExists) {
            return Decision.refused(
                    ArticleRule.TICKET_DOES_NOT_EXIST, "ticket", "There is no ticket " + ticket);
        }
        return before.links().size() < MOST
                ? Decision.happened(new ArticleLinked(article, ticket))
                : Decision.refused(
                        ArticleRule.TOO_MANY_LINKS,
                        "An article has links to at most %,d tickets".formatted(MOST));
    }
}
