package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.KnowledgeBaseEvent;

/** A wish that concerns an organisation's knowledge base; the routes say who may wish it. */
public sealed interface KnowledgeBaseCommand
        permits AddCategory,
                AddSynonyms,
                ChangeCategoryVisibility,
                ChangeSettings,
                MoveCategory,
                RemoveCategory,
                RemoveSynonyms,
                RenameCategory {

    KnowledgeBaseId knowledgeBase();

    /** Pure: the same state leads to the same decision. */
    Decision<KnowledgeBaseEvent> decide(KnowledgeBase base);
}
