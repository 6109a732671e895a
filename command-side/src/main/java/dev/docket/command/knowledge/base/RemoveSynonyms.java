package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsRemoved;
import dev.docket.event.knowledge.SynonymsId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The words of a set no longer mean the same. */
public record RemoveSynonyms(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase, SynonymsId synonyms)
        implements KnowledgeBaseCommand {

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        return base.synonyms().stream()
                .filter(set -> set.id().equals(synonyms))
                .findFirst()
                .map(set ->
                        Decision.<KnowledgeBaseEvent>happened(
                                new SynonymsRemoved(synonyms, set.words())))
                .orElseGet(() ->
                        Decision.refused(
                                KnowledgeBaseRule.SYNONYMS_NOT_FOUND,
                                "There are no synonyms " + synonyms));
    }
}
