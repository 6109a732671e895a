package dev.docket.command.knowledge.base;

import dev.docket.command.dispatch.Aggregates;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.log.SnapshotType;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Categories, synonyms and settings of the command side. */
@Configuration(proxyBeanMethods = false)
@Import(KnowledgeBaseController.class)
public class KnowledgeBaseConfiguration {

    private static final int EVENTS_PER_SNAPSHOT = 100;

    /** One an organisation. */
    private static final int CACHED = 1_000;

    @Bean
    SnapshotType knowledgeBaseSnapshots() {
        return new SnapshotType(KnowledgeBaseAggregate.class, "KnowledgeBase", 1);
    }

    @Bean
    AggregateAnnotationCommandHandler<KnowledgeBaseAggregate> knowledgeBaseHandler(
            Aggregates aggregates) {
        return aggregates.handler(
                KnowledgeBaseAggregate.class,
                aggregates.repository(KnowledgeBaseAggregate.class, CACHED, EVENTS_PER_SNAPSHOT));
    }

    @Bean
    KnowledgeBaseDesk knowledgeBaseDesk(CommandDispatch dispatch, EventStore events) {
        return new KnowledgeBaseDesk(dispatch, events);
    }
}
