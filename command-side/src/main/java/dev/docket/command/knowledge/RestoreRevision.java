package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.event.knowledge.ArticleId;
import java.util.Optional;
import java.util.function.IntFunction;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the text of an earlier revision the newest again. The language stays what it is now, and a
 * category that is gone has become the one that its articles went to.
 */
public record RestoreRevision(
        @TargetAggregateIdentifier ArticleId article,
        int revision,
        @Nullable String reason,
        KnowledgeBase base) {

    /**
     * @param contents what a revision from 1 to the newest says
     */
    Decision<ArticleEvent> decide(
            Article article, Actor actor, IntFunction<ArticleContent> contents) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> mustExist(article))
                        .or(() -> ArticleText.reason(reason)),
                () -> restored(article, contents.apply(revision)));
    }

    private Optional<Refusal> mustExist(Article article) {
        return revision >= 1 && revision <= article.revision()
                ? Optional.empty()
                : ArticleGuard.refusal(
                        ArticleRule.REVISION_NOT_FOUND,
                        null,
                        "The article has no revision " + revision);
    }

    private Decision<ArticleEvent> restored(Article before, ArticleContent earlier) {
        ArticleContent next =
                new ArticleContent(
                        before.content().language(),
                        earlier.title(),
                        earlier.summary(),
                        earlier.body(),
                        base.living(earlier.category()),
                        earlier.tags(),
                        earlier.visibility());
        if (next.equals(before.content())) {
            return Decision.nothing();
        }
        return Decision.unless(
                EditArticle.mustHaveRoom(before),
                () ->
                        Decision.happened(
                                new RevisionRestored(
                                        article, before.revision() + 1, revision, next, reason)));
    }
}
