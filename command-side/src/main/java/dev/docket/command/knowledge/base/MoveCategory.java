package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryMoved;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a category, and all below it, elsewhere in the tree or elsewhere among its siblings.
 *
 * @param parent null for the top
 * @param place among those below the parent, from 0, counted without this category; null for the
 *     last
 */
public record MoveCategory(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase,
        CategoryId category,
        @Nullable CategoryId parent,
        @Nullable Integer place)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        return Decision.unless(
                CategoryGuard.mustExist(base, category)
                        .or(() -> CategoryGuard.mustBeParent(base, parent))
                        .or(() -> mustNotBeBelowItself(base))
                        .or(() ->
                                Depth.mustHold(
                                        Depth.of(base, parent) + Depth.below(base, category))),
                () -> moved(base, base.category(category).orElseThrow()));
    }

    private Optional<Refusal> mustNotBeBelowItself(KnowledgeBase base) {
        CategoryId above = parent;
        while (above != null) {
            if (above.equals(category)) {
                return CategoryGuard.refusal(
                        KnowledgeBaseRule.CATEGORY_CYCLE,
                        "parent",
                        "A category cannot be below itself");
            }
            above = base.category(above).map(Category::parent).orElse(null);
        }
        return Optional.empty();
    }

    private Decision<KnowledgeBaseEvent> moved(KnowledgeBase base, Category before) {
        List<CategoryId> siblings =
                base.below(parent).stream()
                        .map(Category::id)
                        .filter(id -> !id.equals(category))
                        .toList();
        int at = place == null ? siblings.size() : place;
        return Decision.unless(
                CategoryGuard.placeMustExist(at, siblings.size())
                        .or(() ->
                                CategoryGuard.namesMustBeFree(
                                        base, parent, category, before.names())),
                () ->
                        isThere(base, before, at)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new CategoryMoved(category, before.parent(), parent, at)));
    }

    private boolean isThere(KnowledgeBase base, Category before, int at) {
        List<CategoryId> now = base.below(parent).stream().map(Category::id).toList();
        return Objects.equals(before.parent(), parent) && now.indexOf(category) == at;
    }
}
