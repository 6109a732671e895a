package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.ReviewDemandChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.StalenessChanged;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what is demanded of articles.
 *
 * @param reviewDemanded whether only an approved revision may be published
 * @param stalenessMonths after so many without a confirmation an article is taken for stale
 */
public record ChangeSettings(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase,
        boolean reviewDemanded,
        int stalenessMonths)
        implements KnowledgeBaseCommand {

    private static final int MOST_MONTHS = 120;

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        if (stalenessMonths < 1 || stalenessMonths > MOST_MONTHS) {
            return Decision.refused(
                    KnowledgeBaseRule.STALENESS_OUT_OF_RANGE,
                    "stalenessMonths",
                    "From 1 to %d months may pass, not %d".formatted(MOST_MONTHS, stalenessMonths));
        }
        List<KnowledgeBaseEvent> events = new ArrayList<>();
        if (reviewDemanded != base.reviewDemanded()) {
            events.add(new ReviewDemandChanged(reviewDemanded));
        }
        if (stalenessMonths != base.stalenessMonths()) {
            events.add(new StalenessChanged(base.stalenessMonths(), stalenessMonths));
        }
        return Decision.happened(events);
    }
}
