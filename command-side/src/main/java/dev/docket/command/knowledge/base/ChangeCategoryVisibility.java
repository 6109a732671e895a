package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryVisibilityChanged;
import dev.docket.event.knowledge.Visibility;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says who may read a category; its articles are never more visible than that. */
public record ChangeCategoryVisibility(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase,
        CategoryId category,
        Visibility visibility)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        return Decision.unless(
                CategoryGuard.mustExist(base, category)
                        .or(() -> CategoryGuard.visibilityMustFit(visibility)),
                () -> {
                    Visibility before = base.category(category).orElseThrow().visibility();
                    return visibility.equals(before)
                            ? Decision.nothing()
                            : Decision.happened(
                                    new CategoryVisibilityChanged(category, before, visibility));
                });
    }
}
