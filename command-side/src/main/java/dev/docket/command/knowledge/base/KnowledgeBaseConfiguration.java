package dev.docket.command.knowledge.base;

import dev.docket.command.dispatch.AnnotatedTarget;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.log.SnapshotType;
import java.util.concurrent.ExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
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

    @Bean
    SnapshotType knowledgeBaseSnapshots() {
        return new SnapshotType(KnowledgeBaseAggregate.class, "KnowledgeBase", 1);
    }

    @Bean
    AggregateAnnotationCommandHandler<KnowledgeBaseAggregate> knowledgeBaseHandler(
            EventStore events,
            Cache aggregateCache,
            ExecutorService snapshotExecutor,
            CommandBus bus) {
        AggregateSnapshotter snapshotter =
                AggregateSnapshotter.builder()
                        .eventStore(events)
                        .executor(snapshotExecutor)
                        .aggregateFactories(
                                new GenericAggregateFactory<>(KnowledgeBaseAggregate.class))
                        .build();
        AggregateAnnotationCommandHandler<KnowledgeBaseAggregate> handler =
                AggregateAnnotationCommandHandler.<KnowledgeBaseAggregate>builder()
                        .aggregateType(KnowledgeBaseAggregate.class)
                        .commandTargetResolver(new AnnotatedTarget())
                        .repository(
                                EventSourcingRepository.builder(KnowledgeBaseAggregate.class)
                                        .eventStore(events)
                                        .cache(aggregateCache)
                                        .snapshotTriggerDefinition(
                                                new EventCountSnapshotTriggerDefinition(
                                                        snapshotter, EVENTS_PER_SNAPSHOT))
                                        .build())
                        .build();
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    KnowledgeBaseDesk knowledgeBaseDesk(CommandDispatch dispatch, EventStore events) {
        return new KnowledgeBaseDesk(dispatch, events);
    }
}
