package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleArchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnfeatured;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody needs the article any more: it is not shown, not featured and not published later. */
public record ArchiveArticle(@TargetAggregateIdentifier ArticleId article, String reason)
        implements ArticleCommand {

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleText.requiredReason(reason)),
                () ->
                        article.archived()
                                ? Decision.nothing()
                                : Decision.happened(archived(article)));
    }

    private List<ArticleEvent> archived(Article before) {
        List<ArticleEvent> events = new ArrayList<>();
        Scheduled scheduled = before.scheduled();
        if (scheduled != null) {
            events.add(new PublicationCancelled(article, scheduled.revision()));
        }
        if (before.featured()) {
            events.add(new ArticleUnfeatured(article));
        }
        events.add(new ArticleArchived(article, before.published(), reason));
        return events;
    }
}
