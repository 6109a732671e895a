package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Begins an article.
 *
 * @param base where its category has to exist
 */
public record DraftArticle(
        @TargetAggregateIdentifier ArticleId article, ArticleContent content, KnowledgeBase base)
        implements ArticleOpening {

    @Override
    public Decision<ArticleEvent> decide(Actor actor) {
        return Decision.unless(
                ArticleText.content(content)
                        .or(() -> ArticleGuard.categoryMustExist(content, base)),
                () ->
                        Decision.happened(
                                new ArticleDrafted(
                                        article,
                                        actor.person(),
                                        ArticleText.tidied(content),
                                        null,
                                        null)));
    }
}
