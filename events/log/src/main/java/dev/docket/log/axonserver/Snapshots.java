package dev.docket.log.axonserver;

import dev.docket.log.EventJson;
import dev.docket.log.SnapshotType;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.core.JacksonException;

/**
 * The newest snapshot of each stream. One of another revision, or one that cannot be read, counts
 * as none: then the aggregate comes from its events, and the next snapshot takes its place.
 */
final class Snapshots {

    private final AxonServer server;
    private final EventJson json;
    private final List<SnapshotType> types;

    Snapshots(AxonServer server, EventJson json, List<SnapshotType> types) {
        this.server = server;
        this.json = json;
        this.types = types;
    }

    /** Storing it twice does no harm, so it is tried again like a question. */
    void store(DomainEventMessage<?> snapshot) {
        SnapshotType type =
                types.stream()
                        .filter(known -> known.aggregate() == snapshot.getPayloadType())
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "No snapshot type for " + snapshot.getPayloadType()));
        Event stored =
                Event.newBuilder()
                        .setSnapshot(true)
                        .setMessageIdentifier(snapshot.getIdentifier())
                        .setAggregateIdentifier(snapshot.getAggregateIdentifier())
                        .setAggregateSequenceNumber(snapshot.getSequenceNumber())
                        .setAggregateType(type.name())
                        .setTimestamp(snapshot.getTimestamp().toEpochMilli())
                        .setPayload(
                                EventMessages.serialized(
                                        type.name(),
                                        type.revision(),
                                        json.mapper().writeValueAsBytes(snapshot.getPayload())))
                        .build();
        server.ask(events -> AxonServer.answer(events.appendSnapshot(stored)));
    }

    Optional<DomainEventMessage<?>> read(UUID stream) {
        List<Event> newest =
                server.ask(events -> events.loadSnapshot(stream.toString()).asStream().toList());
        return newest.stream().findFirst().flatMap(this::message);
    }

    private Optional<DomainEventMessage<?>> message(Event snapshot) {
        SerializedObject payload = snapshot.getPayload();
        return types.stream()
                .filter(type ->
                        type.name().equals(payload.getType())
                                && Integer.toString(type.revision()).equals(payload.getRevision()))
                .findFirst()
                .flatMap(type -> message(snapshot, type));
    }

    private Optional<DomainEventMessage<?>> message(Event snapshot, SnapshotType type) {
        try {
            Object aggregate =
                    json.mapper()
                            .readValue(
                                    snapshot.getPayload().getData().toByteArray(),
                                    type.aggregate());
            return Optional.of(
                    new GenericDomainEventMessage<>(
                            type.name(),
                            snapshot.getAggregateIdentifier(),
                            snapshot.getAggregateSequenceNumber(),
                            aggregate));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
