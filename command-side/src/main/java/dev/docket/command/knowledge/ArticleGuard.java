package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.CategoryId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions that most decisions about articles ask first. */
final class ArticleGuard {

    private ArticleGuard() {}

    /** Agents see every article of their organisation. */
    static Optional<Refusal> mustBeSeenBy(Article article, Actor actor) {
        return actor.worksOnTickets() && actor.tenant().equals(article.tenant())
                ? Optional.empty()
                : refusal(ArticleRule.ARTICLE_NOT_FOUND, null, "There is no such article");
    }

    static Optional<Refusal> mustNotBeArchived(Article article) {
        return article.archived()
                ? refusal(
                        ArticleRule.ARTICLE_IS_ARCHIVED,
                        null,
                        "The article is archived: take it out of the archive first")
                : Optional.empty();
    }

    static Optional<Refusal> mustBePublished(Article article) {
        return article.published() == null
                ? refusal(
                        ArticleRule.ARTICLE_IS_NOT_PUBLISHED,
                        null,
                        "Readers do not see the article")
                : Optional.empty();
    }

    /** There is something that readers do not see yet. */
    static Optional<Refusal> mustBeNews(Article article) {
        return article.newestIsPublished()
                ? refusal(
                        ArticleRule.REVISION_IS_PUBLISHED,
                        null,
                        "Readers see revision %d already".formatted(article.revision()))
                : Optional.empty();
    }

    /** Complete, and approved where the organisation demands it. */
    static Optional<Refusal> mustBePublishable(
            ArticleContent content, boolean approved, KnowledgeBase base) {
        if (content.title().isBlank()) {
            return incomplete("title", "A publication has a title");
        }
        if (content.summary().isBlank() && content.body().isBlank()) {
            return incomplete("body", "A publication has a summary or a body");
        }
        if (base.living(content.category()) == null) {
            return incomplete("category", "A publication has a category");
        }
        return base.reviewDemanded() && !approved
                ? refusal(
                        ArticleRule.REVIEW_IS_DEMANDED,
                        null,
                        "Somebody else has to approve the revision first")
                : Optional.empty();
    }

    static Optional<Refusal> categoryMustExist(ArticleContent content, KnowledgeBase base) {
        CategoryId category = content.category();
        return category == null || base.category(category).isPresent()
                ? Optional.empty()
                : refusal(
                        ArticleRule.CATEGORY_DOES_NOT_EXIST,
                        "category",
                        "There is no category " + category);
    }

    /** The content in the category in which it is today. */
    static ArticleContent inLivingCategory(ArticleContent content, KnowledgeBase base) {
        return new ArticleContent(
                content.language(),
                content.title(),
                content.summary(),
                content.body(),
                base.living(content.category()),
                content.tags(),
                content.visibility());
    }

    static Optional<Refusal> refusal(Rule rule, @Nullable String field, String detail) {
        return Optional.of(new Refusal(rule, field, detail));
    }

    private static Optional<Refusal> incomplete(String field, String detail) {
        return refusal(ArticleRule.ARTICLE_IS_INCOMPLETE, field, detail);
    }
}
