package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A category that has no others below it goes; its articles are in its parent from then on. */
public record RemoveCategory(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase, CategoryId category)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        return Decision.unless(
                CategoryGuard.mustExist(base, category),
                () ->
                        base.below(category).isEmpty()
                                ? Decision.happened(
                                        new CategoryRemoved(
                                                category,
                                                base.category(category).orElseThrow().parent()))
                                : Decision.refused(
                                        KnowledgeBaseRule.CATEGORY_HAS_OTHERS,
                                        "Move or remove the %d categories below it first"
                                                .formatted(base.below(category).size())));
    }
}
