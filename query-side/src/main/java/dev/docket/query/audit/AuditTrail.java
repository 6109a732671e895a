package dev.docket.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code audit_trail.entry}. */
final class AuditTrail {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final TransactionTemplate snapshot;
    private final JsonMapper json;

    AuditTrail(JdbcTemplate template, TransactionTemplate snapshot, JsonMapper json) {
        this.jdbc = JdbcClient.create(template);
        JdbcTemplate cursor =
                new JdbcTemplate(Objects.requireNonNull(template.getDataSource(), "data source"));
        cursor.setFetchSize(FETCH);
        this.streaming = JdbcClient.create(cursor);
        this.snapshot = snapshot;
        this.json = json;
    }

    /**
     * @param from recorded at or after
     * @param to recorded before
     */
    record Filter(
            UUID tenant,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID actor,
            @Nullable String type,
            boolean newestFirst) {}

    private static final String SELECT =
            """
            SELECT position, type, stream, version, recorded_at, occurred_at, actor, command,
                   command_id, correlation, origin, data::text AS data
            FROM audit_trail.entry
            WHERE tenant = :tenant
              AND (:from::timestamptz IS NULL OR recorded_at >= :from::timestamptz)
              AND (:to::timestamptz IS NULL OR recorded_at < :to::timestamptz)
              AND (:actor::uuid IS NULL OR actor = :actor::uuid)
              AND (:type::text IS NULL OR type = :type::text)
            """;

    List<AuditEvent> page(Filter filter, @Nullable Long after, int limit) {
        String order =
                filter.newestFirst()
                        ? "AND position < :after ORDER BY position DESC LIMIT :limit"
                        : "AND position > :after ORDER BY position LIMIT :limit";
        long start = filter.newestFirst() ? Long.MAX_VALUE : 0;
        return bind(jdbc.sql(SELECT + order), filter)
                .param("after", after == null ? start : after)
                .param("limit", limit)
                .query((row, number) -> event(row))
                .list();
    }

    /** Every event, one after another, through a cursor of the database. */
    void all(Filter filter, Consumer<AuditEvent> consumer) {
        snapshot.executeWithoutResult(transaction -> {
            try (Stream<AuditEvent> events =
                    bind(streaming.sql(SELECT + "ORDER BY position"), filter)
                            .query((row, number) -> event(row))
                            .stream()) {
                events.forEach(consumer);
            }
        });
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Filter filter) {
        return statement
                .param("tenant", filter.tenant())
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("actor", filter.actor())
                .param("type", filter.type());
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
