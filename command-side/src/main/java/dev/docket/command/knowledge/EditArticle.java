package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleId;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the next revision; all of the content is given. What differs in nothing is no revision.
 *
 * @param reason what was changed and why, for those who compare revisions
 * @param languageIsTaken whether there is a translation of this article into the content's language
 * @param base where the category has to exist
 */
public record EditArticle(
        @TargetAggregateIdentifier ArticleId article,
        ArticleContent content,
        @Nullable String reason,
        boolean languageIsTaken,
        KnowledgeBase base)
        implements ArticleCommand {

    static final int MOST_REVISIONS = 10_000;

    @Override
    public Decision<ArticleEvent> decide(Article article, Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> ArticleText.content(content))
                        .or(() -> ArticleText.reason(reason))
                        .or(() -> ArticleGuard.categoryMustExist(content, base))
                        .or(() -> languageMustFit(article)),
                () -> edited(article));
    }

    private Optional<Refusal> languageMustFit(Article article) {
        if (content.language().equals(article.content().language())) {
            return Optional.empty();
        }
        if (article.translationOf() != null) {
            return ArticleGuard.refusal(
                    ArticleRule.LANGUAGE_IS_FIXED,
                    "language",
                    "The article is the translation into '%s'"
                            .formatted(article.content().language()));
        }
        return languageIsTaken
                ? ArticleGuard.refusal(
                        ArticleRule.TRANSLATION_EXISTS,
                        "language",
                        "There is a translation into '%s'".formatted(content.language()))
                : Optional.empty();
    }

    private Decision<ArticleEvent> edited(Article before) {
        ArticleContent next = ArticleText.tidied(content);
        if (next.equals(before.content())) {
            return Decision.nothing();
        }
        return Decision.unless(
                mustHaveRoom(before),
                () ->
                        Decision.happened(
                                new ArticleEdited(article, before.revision() + 1, next, reason)));
    }

    static Optional<Refusal> mustHaveRoom(Article article) {
        return article.revision() < MOST_REVISIONS
                ? Optional.empty()
                : ArticleGuard.refusal(
                        ArticleRule.TOO_MANY_REVISIONS,
                        null,
                        "An article has at most %,d revisions".formatted(MOST_REVISIONS));
    }
}
