package dev.docket.log.postgres;

import dev.docket.log.SnapshotJson;
import dev.docket.log.SnapshotType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest snapshot of each stream. */
final class Snapshots {

    private final JdbcClient jdbc;
    private final SnapshotJson json;

    Snapshots(JdbcClient jdbc, SnapshotJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void store(DomainEventMessage<?> snapshot) {
        SnapshotType type = json.typeOf(snapshot);
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
                        json.write(snapshot))
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
        return json.read(
                stream,
                row.getLong("version"),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"));
    }
}
