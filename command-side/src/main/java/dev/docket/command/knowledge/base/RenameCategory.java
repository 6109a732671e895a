package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRenamed;
import dev.docket.event.knowledge.Language;
import java.util.SortedMap;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a category all its names anew, one a language. */
public record RenameCategory(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase,
        CategoryId category,
        SortedMap<Language, String> names)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        return Decision.unless(
                CategoryGuard.mustExist(base, category).or(() -> CategoryGuard.namesMustFit(names)),
                () -> renamed(base, base.category(category).orElseThrow()));
    }

    private Decision<KnowledgeBaseEvent> renamed(KnowledgeBase base, Category before) {
        return Decision.unless(
                CategoryGuard.namesMustBeFree(base, before.parent(), category, names),
                () ->
                        names.equals(before.names())
                                ? Decision.nothing()
                                : Decision.happened(
                                        new CategoryRenamed(category, before.names(), names)));
    }
}
