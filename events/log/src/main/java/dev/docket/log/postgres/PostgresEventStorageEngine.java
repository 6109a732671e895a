package dev.docket.log.postgres;

import dev.docket.event.DomainEvent;
import dev.docket.log.AppendedPosition;
import dev.docket.log.EventJson;
import dev.docket.log.EventType;
import dev.docket.log.FactsMetaData;
import dev.docket.log.LogMessages;
import dev.docket.log.LogReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's door to the log: aggregates are appended to it and loaded from it. */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private final EventJson json;
    private final LogMessages messages;
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
        this.messages = new LogMessages(json.types());
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
                        .<DomainEventMessage<?>>map(messages::of)
                        .toList();
        return DomainEventStream.of(events);
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
        return messages.after(after, log);
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
