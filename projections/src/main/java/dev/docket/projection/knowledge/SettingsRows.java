package dev.docket.projection.knowledge;

import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryMoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRenamed;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryVisibilityChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.ReviewDemandChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.StalenessChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsRemoved;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation's rules and synonyms, which change so seldom that each is written by itself. */
final class SettingsRows {

    private SettingsRows() {}

    static void apply(KnowledgeBaseEvent event, UUID tenant, JdbcClient jdbc) {
        switch (event) {
            case ReviewDemandChanged e ->
                    jdbc.sql(
                                    """
                                    INSERT INTO settings (tenant, demands_review) VALUES (?, ?)
                                    ON CONFLICT (tenant) DO UPDATE
                                    SET demands_review = excluded.demands_review
                                    """)
                            .params(tenant, e.demanded())
                            .update();
            case StalenessChanged e ->
                    jdbc.sql(
                                    """
                                    INSERT INTO settings (tenant, demands_review, stale_months)
                                    VALUES (?, false, ?)
                                    ON CONFLICT (tenant) DO UPDATE
                                    SET stale_months = excluded.stale_months
                                    """)
                            .params(tenant, e.months())
                            .update();
            case SynonymsAdded e ->
                    jdbc.sql("INSERT INTO synonyms (tenant, id, words) VALUES (?, ?, ?)")
                            .param(tenant)
                            .param(e.synonyms().value())
                            .param(e.words().toArray(String[]::new))
                            .update();
            case SynonymsRemoved e ->
                    jdbc.sql("DELETE FROM synonyms WHERE tenant = ? AND id = ?")
                            .params(tenant, e.synonyms().value())
                            .update();
            case CategoryAdded _,
                    CategoryRenamed _,
                    CategoryMoved _,
                    CategoryVisibilityChanged _,
                    CategoryRemoved _ -> {
                // The tree's.
            }
        }
    }
}
