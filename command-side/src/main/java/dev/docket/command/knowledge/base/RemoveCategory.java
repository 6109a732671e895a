package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import dev.docket.event.knowledge.Visibility;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A category that has no others below it goes; its articles are in its parent from then on. One
 * that keeps readers out whom its parent lets in has to let them in first: nothing becomes public
 * by being tidied up.
 */
public record RemoveCategory(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase, CategoryId category)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        return Decision.unless(
                CategoryGuard.mustExist(base, category)
                        .or(() -> mustBeEmpty(base))
                        .or(() -> mustNotWiden(base)),
                () -> Decision.happened(new CategoryRemoved(category, parent(base))));
    }

    private Optional<Refusal> mustBeEmpty(KnowledgeBase base) {
        int others = base.below(category).size();
        return others == 0
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                KnowledgeBaseRule.CATEGORY_HAS_OTHERS,
                                null,
                                "Move or remove the %d categories below it first"
                                        .formatted(others)));
    }

    private Optional<Refusal> mustNotWiden(KnowledgeBase base) {
        boolean widens =
                !base.readable(Visibility.PUBLIC, category)
                        .equals(base.readable(Visibility.PUBLIC, parent(base)));
        return widens
                ? Optional.of(
                        new Refusal(
                                KnowledgeBaseRule.CATEGORY_LIMITS_READERS,
                                null,
                                "Its articles would be read by more people: move them, or let those"
                                        + " people read the category first"))
                : Optional.empty();
    }

    private @Nullable CategoryId parent(KnowledgeBase base) {
        return base.category(category).orElseThrow().parent();
    }
}
