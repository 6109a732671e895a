package dev.docket.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.core.JacksonException;

/**
 * How snapshots are written and read. One of another revision, or one that cannot be read, counts
 * as none: then the aggregate comes from its events, and the next snapshot takes its place.
 */
public record SnapshotJson(EventJson json, List<SnapshotType> types) {

    /** The type of a snapshot that is to be written; one that is not on the list is a defect. */
    public SnapshotType typeOf(DomainEventMessage<?> snapshot) {
        return types.stream()
                .filter(known -> known.aggregate() == snapshot.getPayloadType())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No snapshot type for " + snapshot.getPayloadType()));
    }

    public byte[] write(DomainEventMessage<?> snapshot) {
        return json.mapper().writeValueAsBytes(snapshot.getPayload());
    }

    public Optional<DomainEventMessage<?>> read(
            UUID stream, long version, String name, String revision, byte[] payload) {
        return types.stream()
                .filter(type -> type.name().equals(name))
                .filter(type -> Integer.toString(type.revision()).equals(revision))
                .findFirst()
                .flatMap(type -> read(stream, version, type, payload));
    }

    private Optional<DomainEventMessage<?>> read(
            UUID stream, long version, SnapshotType type, byte[] payload) {
        try {
            Object aggregate = json.mapper().readValue(payload, type.aggregate());
            return Optional.of(
                    new GenericDomainEventMessage<>(
                            type.name(), stream.toString(), version, aggregate));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
