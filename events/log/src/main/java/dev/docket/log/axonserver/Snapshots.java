package dev.docket.log.axonserver;

import dev.docket.log.SnapshotJson;
import dev.docket.log.SnapshotType;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;

/** The newest snapshot of each stream. */
final class Snapshots {

    private final AxonServer server;
    private final SnapshotJson json;

    Snapshots(AxonServer server, SnapshotJson json) {
        this.server = server;
        this.json = json;
    }

    /** Storing it twice does no harm, so it is tried again like a question. */
    void store(DomainEventMessage<?> snapshot) {
        SnapshotType type = json.typeOf(snapshot);
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
                                        type.name(), type.revision(), json.write(snapshot)))
                        .build();
        server.ask(events -> AxonServer.answer(events.appendSnapshot(stored)));
    }

    Optional<DomainEventMessage<?>> read(UUID stream) {
        List<Event> newest =
                server.ask(events -> events.loadSnapshot(stream.toString()).asStream().toList());
        return newest.stream().findFirst().flatMap(snapshot -> message(stream, snapshot));
    }

    private Optional<DomainEventMessage<?>> message(UUID stream, Event snapshot) {
        SerializedObject payload = snapshot.getPayload();
        return json.read(
                stream,
                snapshot.getAggregateSequenceNumber(),
                payload.getType(),
                payload.getRevision(),
                payload.getData().toByteArray());
    }
}
