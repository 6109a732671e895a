package dev.docket.log.postgres;

import dev.docket.log.EventJson;
import dev.docket.log.SnapshotType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/**
 * The newest snapshot of each stream. One of another revision, or one that cannot be read, counts
 * as none: then the aggregate comes from its events, and the next snapshot replaces it.
 */
final class Snapshots {

    private final JdbcClient jdbc;
    private final EventJson json;
    private final List<SnapshotType> types;

    Snapshots(JdbcClient jdbc, EventJson json, List<SnapshotType> types) {
        this.jdbc = jdbc;
        this.json = json;
        this.types = types;
    }

    void store(DomainEventMessage<?> snapshot) {
        SnapshotType type =
                types.stream()
                        .filter(known -> known.aggregate() == snapshot.getPayloadType())
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "No snapshot type for " + snapshot.getPayloadType()));
        jdbc.sql(
                        """
                        INSERT INTO log.snapshot AS s (stream, version, type, revision, payload)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (stream) DO UPDATE
                        SET version = excluded.version, type = excluded.type,
                            revision = excluded.revision, payload = excluded.payload
                        WHERE s.version <= excluded.version OR s.revision <> excluded.revision
                        """)
                .params(
                        UUID.fromString(snapshot.getAggregateIdentifier()),
                        snapshot.getSequenceNumber(),
                        type.name(),
                        type.revision(),
                        json.mapper().writeValueAsBytes(snapshot.getPayload()))
                .update();
    }

    Optional<DomainEventMessage<?>> read(UUID stream) {
        return jdbc
                .sql("SELECT version, type, revision, payload FROM log.snapshot WHERE stream = ?")
                .param(stream)
                .query((row, number) -> message(stream, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DomainEventMessage<?>> message(UUID stream, ResultSet row)
            throws SQLException {
        String name = row.getString("type");
        int revision = row.getInt("revision");
        for (SnapshotType type : types) {
            if (type.name().equals(name) && type.revision() == revision) {
                return Optional.ofNullable(message(stream, row, type));
            }
        }
        return Optional.empty();
    }

    private @Nullable DomainEventMessage<?> message(UUID stream, ResultSet row, SnapshotType type)
            throws SQLException {
        try {
            Object aggregate = json.mapper().readValue(row.getBytes("payload"), type.aggregate());
            return new GenericDomainEventMessage<>(
                    type.name(), stream.toString(), row.getLong("version"), aggregate);
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
