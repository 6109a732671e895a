package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.Article.Review;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ReviewRequested;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.people.PersonId;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a review of the newest revision.
 *
 * @param reviewer who is asked; null for any editor
 */
public record RequestReview(
        @TargetAggregateIdentifier ArticleId article,
        @Nullable PersonId reviewer,
        KnowledgeBase base)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> ArticleGuard.mustBeNews(article))
                        .or(() -> ApproveArticle.mayReview(article, reviewer, base)),
                () ->
                        article.review() == Review.APPROVED || isAsked(article)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new ReviewRequested(
                                                this.article, article.revision(), reviewer)));
    }

    private boolean isAsked(Article article) {
        return article.review() == Review.REQUESTED && Objects.equals(article.reviewer(), reviewer);
    }
}
