package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.knowledge.Article.Review;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleApproved;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.people.PersonId;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Finds the newest revision fit for readers. */
public record ApproveArticle(@TargetAggregateIdentifier ArticleId article, KnowledgeBase base)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> ArticleGuard.mustBeNews(article))
                        .or(() -> mayReview(article, actor.person(), base)),
                () ->
                        article.review() == Review.APPROVED
                                ? Decision.nothing()
                                : Decision.happened(
                                        new ArticleApproved(this.article, article.revision())));
    }

    /** Where a review is demanded, it is somebody else's. */
    static Optional<Refusal> mayReview(
            Article article, @Nullable PersonId reviewer, KnowledgeBase base) {
        return base.reviewDemanded() && article.writer().equals(reviewer)
                ? ArticleGuard.refusal(
                        ArticleRule.OWN_REVISION,
                        null,
                        "Whoever wrote revision %d cannot review it".formatted(article.revision()))
                : Optional.empty();
    }
}
