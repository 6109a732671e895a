package dev.docket.log.postgres;

import dev.docket.event.Recorded;
import dev.docket.log.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Makes events of rows, in two steps, so that the costly second one need not be done one by one.
 */
final class EventRowMapper {

    private final EventJson json;

    EventRowMapper(EventJson json) {
        this.json = json;
    }

    @SuppressWarnings("ArrayRecordComponent") // rows are decoded, never compared
    record Raw(
            long position,
            UUID stream,
            long version,
            UUID id,
            String type,
            int revision,
            OffsetDateTime recordedAt,
            byte[] payload,
            byte[] facts) {}

    static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getLong("position"),
                row.getObject("stream", UUID.class),
                row.getLong("version"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getBytes("payload"),
                row.getBytes("facts"));
    }

    Recorded decode(Raw row) {
        return new Recorded(
                row.position(),
                row.stream(),
                row.version(),
                row.id(),
                row.type(),
                row.recordedAt().toInstant(),
                json.readFacts(row.facts()),
                json.read(row.type(), row.revision(), row.payload()));
    }
}
