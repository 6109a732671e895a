package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Begins an article with the solution of a ticket, which it is linked to from the start.
 *
 * @param content whose body follows the solution; without a title, the ticket's subject is it
 * @param solved null if the organisation has no such ticket
 */
public record DraftFromTicket(
        @TargetAggregateIdentifier ArticleId article,
        TicketId ticket,
        @Nullable SolvedTicket solved,
        ArticleContent content,
        KnowledgeBase base)
        implements ArticleOpening {

    @Override
    public Decision<ArticleEvent> decide(Actor actor) {
        if (solved == null) {
            return Decision.refused(
                    ArticleRule.TICKET_DOES_NOT_EXIST, "ticket", "There is no ticket " + ticket);
        }
        String solution = solved.solution();
        if (!solved.finished() || solution == null) {
            return Decision.refused(
                    ArticleRule.TICKET_IS_NOT_SOLVED,
                    "ticket",
                    "The ticket is not resolved or closed with a solution");
        }
        ArticleContent whole = begunWith(solved.subject(), solution);
        return Decision.unless(
                ArticleText.content(whole).or(() -> ArticleGuard.categoryMustExist(whole, base)),
                () ->
                        Decision.happened(
                                new ArticleDrafted(
                                        article,
                                        actor.person(),
                                        ArticleText.tidied(whole),
                                        null,
                                        ticket),
                                new ArticleLinked(article, ticket)));
    }

    private ArticleContent begunWith(String subject, String solution) {
        return new ArticleContent(
                content.language(),
                content.title().isBlank() ? subject : content.title(),
                content.summary(),
                content.body().isBlank() ? solution : solution + "\n\n" + content.body(),
                content.category(),
                content.tags(),
                content.visibility());
    }
}
