package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryAdded;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import java.util.Optional;
import java.util.SortedMap;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a place for articles.
 *
 * @param parent null at the top
 * @param place among those below the same parent, from 0; null for the last
 */
public record AddCategory(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase,
        CategoryId category,
        @Nullable CategoryId parent,
        @Nullable Integer place,
        SortedMap<Language, String> names,
        Visibility visibility)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        if (base.category(category).isPresent()) {
            return Decision.nothing();
        }
        int siblings = base.below(parent).size();
        int at = place == null ? siblings : place;
        return Decision.unless(
                CategoryGuard.namesMustFit(names)
                        .or(() -> CategoryGuard.visibilityMustFit(visibility))
                        .or(() -> CategoryGuard.mustBeParent(base, parent))
                        .or(() -> mustHaveRoom(base))
                        .or(() -> CategoryGuard.placeMustExist(at, siblings))
                        .or(() -> CategoryGuard.namesMustBeFree(base, parent, category, names)),
                () ->
                        Decision.happened(
                                new CategoryAdded(category, parent, at, names, visibility)));
    }

    private Optional<Refusal> mustHaveRoom(KnowledgeBase base) {
        if (base.categories().size() >= CategoryGuard.MOST_CATEGORIES) {
            return CategoryGuard.refusal(
                    KnowledgeBaseRule.TOO_MANY_CATEGORIES,
                    null,
                    "There are at most %d categories".formatted(CategoryGuard.MOST_CATEGORIES));
        }
        return Depth.mustHold(Depth.of(base, parent) + 1);
    }
}
