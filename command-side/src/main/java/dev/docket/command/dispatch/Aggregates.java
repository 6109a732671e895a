package dev.docket.command.dispatch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** Brings aggregates, and what handles commands beside them, to the log and to the bus. */
public final class Aggregates {

    /** For those before it: a command waits no longer for its aggregate. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration ATTEMPT = Duration.ofMillis(10);

    private final EventStore events;
    private final AggregateCaches caches;
    private final ExecutorService snapshots;
    private final CommandBus bus;

    Aggregates(
            EventStore events, AggregateCaches caches, ExecutorService snapshots, CommandBus bus) {
        this.events = events;
        this.caches = caches;
        this.snapshots = snapshots;
        this.bus = bus;
    }

    /**
     * Cached, and made from all of its events where it is not.
     *
     * @param cached how many are kept in memory: as many as may be in use at a time, but fewer of
     *     what is large
     */
    public <T> Repository<T> repository(Class<T> aggregate, int cached) {
        return builder(aggregate).cache(caches.make(cached)).build();
    }

    /** The same, made from its newest snapshot and the events after it. */
    public <T> Repository<T> repository(Class<T> aggregate, int cached, int eventsPerSnapshot) {
        AggregateSnapshotter snapshotter =
                AggregateSnapshotter.builder()
                        .eventStore(events)
                        .executor(snapshots)
                        .aggregateFactories(new GenericAggregateFactory<>(aggregate))
                        .build();
        return builder(aggregate)
                .cache(caches.make(cached))
                .snapshotTriggerDefinition(
                        new EventCountSnapshotTriggerDefinition(snapshotter, eventsPerSnapshot))
                .build();
    }

    /** Made from all of its events each time. */
    public <T> Repository<T> uncached(Class<T> aggregate) {
        return builder(aggregate).build();
    }

    private <T> EventSourcingRepository.Builder<T> builder(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate)
                .eventStore(events)
                .lockFactory(
                        PessimisticLockFactory.builder()
                                .acquireAttempts(Math.toIntExact(LONGEST_WAIT.dividedBy(ATTEMPT)))
                                .lockAttemptTimeout(Math.toIntExact(ATTEMPT.toMillis()))
                                .build());
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
