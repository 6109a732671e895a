package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.Ids;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Language;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Begins an article that says the same as another one in another language.
 *
 * @param article follows from the original and the language, so that the log itself refuses a
 *     second translation into it
 */
public record TranslateArticle(
        @TargetAggregateIdentifier ArticleId article,
        Article original,
        ArticleContent content,
        KnowledgeBase base)
        implements ArticleOpening {

    /** The name of the one translation of an article into a language. */
    static ArticleId translation(ArticleId original, Language into) {
        return new ArticleId(Ids.named("translation", original.toString(), into.tag()));
    }

    @Override
    public Decision<ArticleEvent> decide(Actor actor) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(original, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(original))
                        .or(this::mustBeOriginal)
                        .or(this::mustBeAnotherLanguage)
                        .or(() -> ArticleText.content(content))
                        .or(() -> ArticleGuard.categoryMustExist(content, base)),
                () ->
                        Decision.happened(
                                new ArticleDrafted(
                                        article,
                                        actor.person(),
                                        ArticleText.tidied(content),
                                        original.id(),
                                        null)));
    }

    private Optional<Refusal> mustBeOriginal() {
        return original.translationOf() == null
                ? Optional.empty()
                : ArticleGuard.refusal(
                        ArticleRule.ARTICLE_IS_A_TRANSLATION,
                        null,
                        "Translate the original, article " + original.translationOf());
    }

    private Optional<Refusal> mustBeAnotherLanguage() {
        return original.content().language().equals(content.language())
                ? ArticleGuard.refusal(
                        ArticleRule.TRANSLATION_EXISTS,
                        "language",
                        "The article itself is in '%s'".formatted(content.language()))
                : Optional.empty();
    }
}
