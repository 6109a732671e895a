package dev.docket.command.knowledge;

import dev.docket.command.dispatch.AnnotatedTarget;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.knowledge.base.KnowledgeBaseConfiguration;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.command.knowledge.counts.CountsConfiguration;
import dev.docket.log.LogReader;
import dev.docket.log.Reminders;
import dev.docket.log.SnapshotType;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The knowledge base of the command side. */
@Configuration(proxyBeanMethods = false)
@Import({ArticleController.class, KnowledgeBaseConfiguration.class, CountsConfiguration.class})
public class KnowledgeConfiguration {

    /** An article's events hold whole texts, so fewer of them are read than of a ticket. */
    private static final int EVENTS_PER_SNAPSHOT = 50;

    @Bean
    SnapshotType articleSnapshots() {
        return new SnapshotType(ArticleAggregate.class, "Article", 1);
    }

    @Bean
    Repository<ArticleAggregate> articleRepository(
            EventStore events, Cache aggregateCache, ExecutorService snapshotExecutor) {
        AggregateSnapshotter snapshotter =
                AggregateSnapshotter.builder()
                        .eventStore(events)
                        .executor(snapshotExecutor)
                        .aggregateFactories(new GenericAggregateFactory<>(ArticleAggregate.class))
                        .build();
        return EventSourcingRepository.builder(ArticleAggregate.class)
                .eventStore(events)
                .cache(aggregateCache)
                .snapshotTriggerDefinition(
                        new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT))
                .build();
    }

    @Bean
    AggregateAnnotationCommandHandler<ArticleAggregate> articleHandler(
            Repository<ArticleAggregate> articleRepository, CommandBus bus) {
        AggregateAnnotationCommandHandler<ArticleAggregate> handler =
                AggregateAnnotationCommandHandler.<ArticleAggregate>builder()
                        .aggregateType(ArticleAggregate.class)
                        .commandTargetResolver(new AnnotatedTarget())
                        .repository(articleRepository)
                        .build();
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    AnnotationCommandHandlerAdapter<ArticleHistory> articleHistoryHandler(
            Repository<ArticleAggregate> articleRepository, EventStore events, CommandBus bus) {
        AnnotationCommandHandlerAdapter<ArticleHistory> handler =
                new AnnotationCommandHandlerAdapter<>(
                        new ArticleHistory(articleRepository, events));
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    AggregateAnnotationCommandHandler<ArticleVoteAggregate> articleVoteHandler(
            EventStore events, Cache aggregateCache, CommandBus bus) {
        AggregateAnnotationCommandHandler<ArticleVoteAggregate> handler =
                AggregateAnnotationCommandHandler.<ArticleVoteAggregate>builder()
                        .aggregateType(ArticleVoteAggregate.class)
                        .commandTargetResolver(new AnnotatedTarget())
                        .repository(
                                EventSourcingRepository.builder(ArticleVoteAggregate.class)
                                        .eventStore(events)
                                        .cache(aggregateCache)
                                        .build())
                        .build();
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    ArticleDesk articleDesk(
            CommandDispatch dispatch,
            KnowledgeBaseDesk bases,
            EventStore events,
            LogReader log,
            Reminders reminders) {
        return new ArticleDesk(dispatch, bases, events, log, reminders, Clock.systemUTC());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PublicationTimer publicationTimer(ArticleDesk desk, Reminders reminders) {
        return new PublicationTimer(desk, reminders, Clock.systemUTC());
    }
}
