package dev.docket.query.analytics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code analytics.hourly}. Hours are of UTC; days and months are those of the zone that is
 * asked for, made of whole hours, so that in a zone that is off by part of an hour a day begins
 * with the hour in which midnight falls.
 */
final class AnalyticsQueries {

    /** What a caller may group by, and the column it is. */
    enum Group {
        NONE("''"),
        PRIORITY("lower(priority)"),
        CATEGORY("category"),
        TEAM("team::text"),
        AGENT("agent::text");

        private final String column;

        Group(String column) {
            this.column = column;
        }
    }

    enum Interval {
        HOUR,
        DAY,
        MONTH
    }

    /**
     * @param from with the bucket that it falls in
     * @param to without the bucket that begins at it
     */
    record Range(Instant from, Instant to, Interval interval, ZoneId zone, Group group) {}

    /**
     * What happened in one interval.
     *
     * @param group the value grouped by; empty for none
     * @param firstResponseSeconds the mean over the first responses; null without any
     * @param resolutionSeconds the mean over the resolutions; null without any
     */
    record Bucket(
            Instant from,
            String group,
            long opened,
            long resolved,
            long closed,
            long reopened,
            long backlogChange,
            long firstResponses,
            @Nullable Double firstResponseSeconds,
            long resolutions,
            @Nullable Double resolutionSeconds) {}

    private final JdbcClient jdbc;

    AnalyticsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every interval of the range, those without events as zeros. */
    List<Bucket> buckets(UUID tenant, Range range) {
        return jdbc.sql(
                        """
                        WITH counted AS (
                            SELECT date_trunc(:interval, hour, :zone) AS bucket, %1$s AS grouped,
                                   sum(opened) AS opened, sum(resolved) AS resolved,
                                   sum(closed) AS closed, sum(reopened) AS reopened,
                                   sum(backlog) AS backlog, sum(first_responses) AS answers,
                                   sum(first_response_seconds) AS answer_seconds,
                                   sum(resolutions) AS resolutions,
                                   sum(resolution_seconds) AS resolution_seconds
                            FROM analytics.hourly
                            WHERE tenant = :tenant AND hour >= :from AND hour < :to
                            GROUP BY 1, 2),
                        spans AS (
                            SELECT s.bucket, g.grouped
                            FROM generate_series(date_trunc(:interval, :from, :zone),
                                                 :to - interval '1 microsecond',
                                                 ('1 ' || :interval)::interval, :zone)
                                 AS s (bucket)
                            CROSS JOIN (SELECT DISTINCT grouped FROM counted
                                        UNION SELECT '' WHERE :ungrouped) AS g (grouped))
                        SELECT s.bucket, s.grouped, coalesce(c.opened, 0) AS opened,
                               coalesce(c.resolved, 0) AS resolved,
                               coalesce(c.closed, 0) AS closed,
                               coalesce(c.reopened, 0) AS reopened,
                               coalesce(c.backlog, 0) AS backlog,
                               coalesce(c.answers, 0) AS answers,
                               c.answer_seconds::float8 / nullif(c.answers, 0) AS answer_mean,
                               coalesce(c.resolutions, 0) AS resolutions,
                               c.resolution_seconds::float8 / nullif(c.resolutions, 0)
                                   AS resolution_mean
                        FROM spans s
                        LEFT JOIN counted c ON c.bucket = s.bucket AND c.grouped = s.grouped
                        ORDER BY s.bucket, s.grouped
                        LIMIT 20000
                        """
                                .formatted(range.group().column))
                .param("tenant", tenant)
                .param("interval", range.interval().name().toLowerCase(Locale.ROOT))
                .param("zone", range.zone().getId())
                .param("from", utc(range.from()))
                .param("to", utc(range.to()))
                .param("ungrouped", range.group() == Group.NONE)
                .query((row, number) ->
                        new Bucket(
                                row.getObject("bucket", OffsetDateTime.class).toInstant(),
                                row.getString("grouped"),
                                row.getLong("opened"),
                                row.getLong("resolved"),
                                row.getLong("closed"),
                                row.getLong("reopened"),
                                row.getLong("backlog"),
                                row.getLong("answers"),
                                row.getObject("answer_mean", Double.class),
                                row.getLong("resolutions"),
                                row.getObject("resolution_mean", Double.class)))
                .list();
    }

    /** The open tickets just before a time, by group. */
    Map<String, Long> backlogBefore(UUID tenant, Instant time, Group group) {
        Map<String, Long> backlog = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT %s AS grouped, sum(backlog) AS backlog
                        FROM analytics.hourly
                        WHERE tenant = :tenant AND hour < :time
                        GROUP BY 1
                        """
                                .formatted(group.column))
                .param("tenant", tenant)
                .param("time", utc(time))
                .query(row -> {
                    backlog.put(row.getString("grouped"), row.getLong("backlog"));
                });
        return backlog;
    }

    /** How many tickets there are in each status. */
    Map<String, Long> byStatus(UUID tenant) {
        return counts(
                tenant,
                """
                SELECT lower(status) AS grouped, count(*) AS tickets FROM analytics.ticket_fact
                WHERE tenant = :tenant GROUP BY 1 ORDER BY 1
                """);
    }

    /** How many tickets of each priority are in the backlog. */
    Map<String, Long> openByPriority(UUID tenant) {
        return counts(
                tenant,
                """
                SELECT lower(priority) AS grouped, count(*) AS tickets FROM analytics.ticket_fact
                WHERE tenant = :tenant AND status IN ('NEW', 'OPEN', 'IN_PROGRESS', 'PENDING')
                GROUP BY 1 ORDER BY 1
                """);
    }

    private Map<String, Long> counts(UUID tenant, String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql)
                .param("tenant", tenant)
                .query(row -> {
                    counts.put(row.getString("grouped"), row.getLong("tickets"));
                });
        return counts;
    }

    /**
     * Medians over the tickets that were opened since a time.
     *
     * @param firstResponse in seconds; null while none was answered
     * @param resolution in seconds; null while none is resolved
     */
    record Medians(@Nullable Double firstResponse, @Nullable Double resolution) {}

    Medians medians(UUID tenant, Instant since) {
        return jdbc.sql(
                        """
                        SELECT percentile_cont(0.5) WITHIN GROUP (
                                   ORDER BY extract(epoch FROM first_replied_at - opened_at))
                                   AS first_response,
                               percentile_cont(0.5) WITHIN GROUP (
                                   ORDER BY extract(epoch FROM resolved_at - opened_at))
                                   AS resolution
                        FROM analytics.ticket_fact
                        WHERE tenant = :tenant AND opened_at >= :since
                        """)
                .param("tenant", tenant)
                .param("since", utc(since))
                .query((row, number) ->
                        new Medians(
                                row.getObject("first_response", Double.class),
                                row.getObject("resolution", Double.class)))
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
