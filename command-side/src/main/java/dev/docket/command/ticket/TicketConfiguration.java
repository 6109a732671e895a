package dev.docket.command.ticket;

import dev.docket.command.attachment.AttachmentsAtWork;
import dev.docket.command.dispatch.AnnotatedTarget;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.content.AttachmentProperties;
import dev.docket.log.SnapshotType;
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

/** The ticket feature of the command side. */
@Configuration(proxyBeanMethods = false)
@Import(TicketCommandController.class)
public class TicketConfiguration {

    /** Reading a hundred events takes less than a millisecond, so more snapshots win nothing. */
    private static final int EVENTS_PER_SNAPSHOT = 100;

    @Bean
    SnapshotType ticketSnapshots() {
        return new SnapshotType(TicketAggregate.class, "Ticket", 3);
    }

    @Bean
    Repository<TicketAggregate> ticketRepository(
            EventStore events, Cache aggregateCache, ExecutorService snapshotExecutor) {
        AggregateSnapshotter snapshotter =
                AggregateSnapshotter.builder()
                        .eventStore(events)
                        .executor(snapshotExecutor)
                        .aggregateFactories(new GenericAggregateFactory<>(TicketAggregate.class))
                        .build();
        return EventSourcingRepository.builder(TicketAggregate.class)
                .eventStore(events)
                .cache(aggregateCache)
                .snapshotTriggerDefinition(
                        new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT))
                .build();
    }

    @Bean
    AggregateAnnotationCommandHandler<TicketAggregate> ticketHandler(
            Repository<TicketAggregate> ticketRepository, CommandBus bus) {
        AggregateAnnotationCommandHandler<TicketAggregate> handler =
                AggregateAnnotationCommandHandler.<TicketAggregate>builder()
                        .aggregateType(TicketAggregate.class)
                        .commandTargetResolver(new AnnotatedTarget())
                        .repository(ticketRepository)
                        .build();
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    AnnotationCommandHandlerAdapter<TicketPairs> ticketPairsHandler(
            Repository<TicketAggregate> ticketRepository, CommandBus bus) {
        AnnotationCommandHandlerAdapter<TicketPairs> handler =
                new AnnotationCommandHandlerAdapter<>(new TicketPairs(ticketRepository));
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    AnnotationCommandHandlerAdapter<TicketFiles> ticketFilesHandler(
            Repository<TicketAggregate> ticketRepository,
            AttachmentsAtWork attachments,
            CommandBus bus) {
        AnnotationCommandHandlerAdapter<TicketFiles> handler =
                new AnnotationCommandHandlerAdapter<>(
                        new TicketFiles(ticketRepository, attachments));
        handler.subscribe(bus);
        return handler;
    }

    @Bean
    FileLimits fileLimits(AttachmentProperties properties) {
        return new FileLimits(properties.filesPerMessage(), properties.largestTicket().toBytes());
    }

    @Bean
    TicketDesk ticketDesk(CommandDispatch dispatch, EventStore events, FileLimits limits) {
        return new TicketDesk(dispatch, new TicketNumbers(events), limits);
    }
}
