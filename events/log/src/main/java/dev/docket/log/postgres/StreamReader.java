package dev.docket.log.postgres;

import dev.docket.event.Recorded;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single streams, as aggregates need them. */
final class StreamReader {

    private final JdbcClient jdbc;
    private final EventRowMapper mapper;

    StreamReader(JdbcClient jdbc, EventRowMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    List<Recorded> read(UUID stream, long firstVersion) {
        return jdbc.sql(
                        """
                        SELECT position, stream, version, id, type, revision, recorded_at,
                               payload, facts
                        FROM log.event WHERE stream = ? AND version >= ? ORDER BY version
                        """)
                .params(stream, firstVersion)
                .query((row, number) -> mapper.decode(EventRowMapper.raw(row)))
                .list();
    }

    Optional<Recorded> readEvent(UUID stream, long version) {
        return jdbc.sql(
                        """
                        SELECT position, stream, version, id, type, revision, recorded_at,
                               payload, facts
                        FROM log.event WHERE stream = ? AND version = ?
                        """)
                .params(stream, version)
                .query((row, number) -> mapper.decode(EventRowMapper.raw(row)))
                .optional();
    }

    OptionalLong lastVersion(UUID stream) {
        return jdbc
                .sql(
                        """
                        SELECT version FROM log.event
                        WHERE stream = ? ORDER BY version DESC LIMIT 1
                        """)
                .param(stream)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Scans: times are not indexed, because nothing but this asks by time. */
    long lastPositionBefore(Instant time) {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM log.event WHERE recorded_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
