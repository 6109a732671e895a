package dev.docket.command.dispatch;

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

/** Brings aggregates, and what handles commands beside them, to the log and to the bus. */
public final class Aggregates {

    private final EventStore events;
    private final Cache cache;
    private final ExecutorService snapshots;
    private final CommandBus bus;

    Aggregates(EventStore events, Cache cache, ExecutorService snapshots, CommandBus bus) {
        this.events = events;
        this.cache = cache;
        this.snapshots = snapshots;
        this.bus = bus;
    }

    /** Cached, and made from all of its events where it is not. */
    public <T> Repository<T> repository(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate).eventStore(events).cache(cache).build();
    }

    /** Cached, and made from its newest snapshot and the events after it where it is not. */
    public <T> Repository<T> repository(Class<T> aggregate, int eventsPerSnapshot) {
        AggregateSnapshotter snapshotter =
                AggregateSnapshotter.builder()
                        .eventStore(events)
                        .executor(snapshots)
                        .aggregateFactories(new GenericAggregateFactory<>(aggregate))
                        .build();
        return EventSourcingRepository.builder(aggregate)
                .eventStore(events)
                .cache(cache)
                .snapshotTriggerDefinition(
                        new EventCountSnapshotTriggerDefinition(snapshotter, eventsPerSnapshot))
                .build();
    }

    /** Made from all of its events each time. */
    public <T> Repository<T> uncached(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate).eventStore(events).build();
    }

    /** Lets the aggregate handle its commands. */
    public <T> AggregateAnnotationCommandHandler<T> handler(
            Class<T> aggregate, Repository<T> repository) {
        AggregateAnnotationCommandHandler<T> handler =
                AggregateAnnotationCommandHandler.<T>builder()
                        .aggregateType(aggregate)
                        .commandTargetResolver(new AnnotatedTarget())
                        .repository(repository)
                        .build();
        handler.subscribe(bus);
        return handler;
    }

    /** Lets something handle commands that concern more than one aggregate. */
    public <T> AnnotationCommandHandlerAdapter<T> handler(T commandHandler) {
        AnnotationCommandHandlerAdapter<T> handler =
                new AnnotationCommandHandlerAdapter<>(commandHandler);
        handler.subscribe(bus);
        return handler;
    }
}
