package dev.docket.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code audit_trail.entry}. */
final class AuditTrail {

    /** An event may be as large as a body may be, so that not many are held at once. */
    private static final int HELD = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditTrail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param from recorded at or after
     * @param to recorded before
     * @param correlation of the one wish of which all came
     */
    record Filter(
            UUID tenant,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID actor,
            @Nullable String type,
            @Nullable UUID correlation,
            boolean newestFirst) {}

    /**
     * First finds the positions and then fetches what is there: however the database goes about the
     * first, it touches the large contents of one page only. The condition of a wish is there only
     * if it is asked for: no plan for every case would take its index.
     */
    private static String page(Filter filter) {
        return """
        SELECT e.position, e.type, e.stream, e.version, e.recorded_at, e.occurred_at, e.actor,
               e.command, e.command_id, e.correlation, e.origin, e.data::text AS data
        FROM (SELECT position FROM audit_trail.entry
              WHERE tenant = :tenant AND position %1$s :after
                AND (:from::timestamptz IS NULL OR recorded_at >= :from::timestamptz)
                AND (:to::timestamptz IS NULL OR recorded_at < :to::timestamptz)
                AND (:actor::uuid IS NULL OR actor = :actor::uuid)
                AND (:type::text IS NULL OR type = :type::text)
                %3$s
              ORDER BY position %2$s LIMIT :limit) AS page
        JOIN audit_trail.entry e ON e.position = page.position
        ORDER BY page.position %2$s
        """
                .formatted(
                        filter.newestFirst() ? "<" : ">",
                        filter.newestFirst() ? "DESC" : "ASC",
                        filter.correlation() == null ? "" : "AND correlation = :correlation");
    }

    List<AuditEvent> page(Filter filter, @Nullable Long after, int limit) {
        long start = filter.newestFirst() ? Long.MAX_VALUE : 0;
        return bind(jdbc.sql(page(filter)), filter)
                .param("after", after == null ? start : after)
                .param("limit", limit)
                .query((row, number) -> event(row))
                .list();
    }

    /**
     * Every event up to now, oldest first. Between two pages it holds neither a connection nor a
     * transaction, so that a client may take all the time it wants.
     */
    void all(Filter filter, Consumer<AuditEvent> consumer) {
        long last = head(filter.tenant());
        List<AuditEvent> held = page(filter, 0L, HELD);
        while (!held.isEmpty()) {
            held.stream().filter(event -> event.position() <= last).forEach(consumer);
            long after = held.getLast().position();
            held = after < last ? page(filter, after, HELD) : List.of();
        }
    }

    private long head(UUID tenant) {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(position), 0) FROM audit_trail.entry
                        WHERE tenant = :tenant
                        """)
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Filter filter) {
        return statement
                .param("tenant", filter.tenant())
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("actor", filter.actor())
                .param("type", filter.type())
                .param("correlation", filter.correlation());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong("position"),
                row.getString("type"),
                row.getObject("stream", UUID.class),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                new AuditEvent.Cause(
                        row.getString("command"),
                        row.getObject("command_id", UUID.class),
                        row.getObject("correlation", UUID.class),
                        row.getString("origin")),
                json.readTree(row.getString("data")));
    }
}
