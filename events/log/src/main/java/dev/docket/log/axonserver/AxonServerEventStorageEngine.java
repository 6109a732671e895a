package dev.docket.log.axonserver;

import dev.docket.log.AppendedPosition;
import dev.docket.log.LogReader;
import io.axoniq.axonserver.grpc.event.Event;
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
public final class AxonServerEventStorageEngine implements EventStorageEngine {

    private final EventMessages messages;
    private final Appender appender;
    private final StreamReader streams;
    private final Snapshots snapshots;
    private final LogReader log;

    AxonServerEventStorageEngine(
            EventMessages messages,
            Appender appender,
            StreamReader streams,
            Snapshots snapshots,
            LogReader log) {
        this.messages = messages;
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
        if (!events.isEmpty()) {
            AppendedPosition.leave(appender.append(after -> toServer(events, after)));
        }
    }

    private List<Event> toServer(List<? extends EventMessage<?>> events, long after) {
        List<Event> toServer = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            if (!(event instanceof DomainEventMessage<?> ofAggregate)) {
                throw new IllegalArgumentException(
                        "Only events of aggregates belong in the log: " + event.getPayloadType());
            }
            toServer.add(messages.toServer(ofAggregate, after));
        }
        return toServer;
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        List<DomainEventMessage<?>> events =
                streams.events(UUID.fromString(stream), firstVersion).stream()
                        .<DomainEventMessage<?>>map(messages::message)
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
        return messages.log().after(after, log);
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
