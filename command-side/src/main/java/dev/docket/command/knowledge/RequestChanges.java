package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ChangesRequested;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sends the newest revision back to its writer. One that was approved before is no longer, and is
 * not published at a set time.
 */
public record RequestChanges(@TargetAggregateIdentifier ArticleId article, String reason)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> ArticleGuard.mustBeNews(article))
                        .or(() -> ArticleText.requiredReason(reason)),
                () ->
                        switch (article.review()) {
                            case NONE ->
                                    Decision.refused(
                                            ArticleRule.REVIEW_IS_NOT_REQUESTED,
                                            "Nobody has asked for a review");
                            case CHANGES_REQUESTED -> Decision.nothing();
                            case REQUESTED, APPROVED -> sentBack(article);
                        });
    }

    private Decision<ArticleEvent> sentBack(Article before) {
        List<ArticleEvent> events = new ArrayList<>();
        Scheduled scheduled = before.scheduled();
        if (scheduled != null && scheduled.revision() == before.revision()) {
            events.add(new PublicationCancelled(article, scheduled.revision()));
        }
        events.add(new ChangesRequested(article, before.revision(), reason));
        return Decision.happened(events);
    }
}
