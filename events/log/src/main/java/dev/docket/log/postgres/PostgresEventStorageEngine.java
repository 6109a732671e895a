package dev.docket.log.postgres;

import dev.docket.event.DomainEvent;
import dev.docket.event.Recorded;
import dev.docket.log.AppendedPosition;
import dev.docket.log.EventJson;
import dev.docket.log.EventType;
import dev.docket.log.FactsMetaData;
import dev.docket.log.LogReader;
import dev.docket.log.UnreadableEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Axon's door to the log: aggregates are appended to it and loaded from it. */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 1_000;

    private final EventJson json;
    private final GroupCommitAppender appender;
    private final StreamReader streams;
    private final Snapshots snapshots;
    private final LogReader log;

    PostgresEventStorageEngine(
            EventJson json,
            GroupCommitAppender appender,
            StreamReader streams,
            Snapshots snapshots,
            LogReader log) {
        this.json = json;
        this.appender = appender;
        this.streams = streams;
        this.snapshots = snapshots;
        this.log = log;
    }

    /**
     * Returns when the events are on disk.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if one of the streams has
     *     moved on; then none of the events is in the log
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<EventRow> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            rows.add(row(event));
        }
        AppendedPosition.leave(appender.append(rows));
    }

    private EventRow row(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)
                || !(event.getPayload() instanceof DomainEvent payload)) {
            throw new IllegalArgumentException(
                    "Only events of aggregates belong in the log: " + message.getPayloadType());
        }
        EventType type = json.types().of(payload);
        return new EventRow(
                UUID.fromString(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                UUID.fromString(event.getIdentifier()),
                type.name(),
                type.revision(),
                event.getTimestamp(),
                json.write(payload),
                json.write(FactsMetaData.in(event)));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        List<DomainEventMessage<?>> events =
                streams.read(UUID.fromString(stream), firstVersion).stream()
                        .<DomainEventMessage<?>>map(this::message)
                        .toList();
        return DomainEventStream.of(events);
    }

    private GenericDomainEventMessage<DomainEvent> message(Recorded event) {
        if (event.event() instanceof UnreadableEvent unreadable) {
            throw new EventStoreException(
                    "Position %d cannot be read: %s"
                            .formatted(event.position(), unreadable.reason()));
        }
        return new GenericDomainEventMessage<>(
                json.types().of(event.event()).stream(),
                event.stream().toString(),
                event.version(),
                event.event(),
                FactsMetaData.of(event.facts()),
                event.id().toString(),
                event.recordedAt());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        OptionalLong version = streams.lastVersion(UUID.fromString(stream));
        return version.isPresent() ? Optional.of(version.getAsLong()) : Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return snapshots.read(UUID.fromString(stream));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken after, boolean mayBlock) {
        long start = after == null ? 0 : after.position().orElse(0);
        return Stream.iterate(
                        log.read(start, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.read(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(event ->
                        new GenericTrackedDomainEventMessage<>(
                                new GlobalSequenceTrackingToken(event.position()), message(event)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return new GlobalSequenceTrackingToken(streams.lastPositionBefore(time));
    }
}
