package dev.docket.query.analytics;

import dev.docket.query.paging.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code analytics.hourly}. Days and months are made of whole hours of UTC, so that in a zone
 * that is off by part of an hour a day begins with the hour in which midnight falls.
 */
final class AnalyticsQueries {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_POINTS = 20_000;

    /** What a caller may group by, and the column it is; empty stands for none. */
    enum Group {
        NONE("''"),
        PRIORITY("lower(priority)"),
        CATEGORY("category"),
        TEAM("CASE WHEN team = :nobody THEN '' ELSE team::text END"),
        AGENT("CASE WHEN agent = :nobody THEN '' ELSE agent::text END");

        private final String column;

        Group(String column) {
            this.column = column;
        }
    }

    /**
     * What happened in one interval.
     *
     * @param group the value grouped by; empty for none
     * @param firstResponseSeconds the sum over the first responses
     * @param resolutionSeconds the sum over the resolutions
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
            long firstResponseSeconds,
            long resolutions,
            long resolutionSeconds) {

        static Bucket empty(Instant from, String group) {
            return new Bucket(from, group, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    private final JdbcClient jdbc;

    AnalyticsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every interval of the range with every value that is grouped by, those without events as
     * zeros.
     *
     * @param alsoGroups values that are wanted even if nothing happened to them in the range
     */
    List<Bucket> buckets(UUID tenant, Range range, Group group, Set<String> alsoGroups) {
        Map<String, Map<Instant, Bucket>> counted = counted(tenant, range, group);
        Set<String> groups = new TreeSet<>(counted.keySet());
        groups.addAll(alsoGroups);
        if (group == Group.NONE) {
            groups.add("");
        }
        if ((long) groups.size() * range.starts().size() > MOST_POINTS) {
            throw Parameters.refused(
                    "interval",
                    "%,d intervals of %,d groups are more than %,d points"
                            .formatted(range.starts().size(), groups.size(), MOST_POINTS));
        }
        List<Bucket> buckets = new ArrayList<>();
        for (Instant start : range.starts()) {
            for (String each : groups) {
                Bucket bucket = counted.getOrDefault(each, Map.of()).get(start);
                buckets.add(bucket == null ? Bucket.empty(start, each) : bucket);
            }
        }
        return buckets;
    }

    /** What there is, by group and start. */
    private Map<String, Map<Instant, Bucket>> counted(UUID tenant, Range range, Group group) {
        List<Instant> hours = range.starts().stream().map(AnalyticsQueries::hour).toList();
        Map<String, Map<Instant, Bucket>> counted = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT width_bucket(hour, :starts::text[]::timestamptz[]) AS bucket,
                               %s AS grouped, sum(opened) AS opened, sum(resolved) AS resolved,
                               sum(closed) AS closed, sum(reopened) AS reopened,
                               sum(backlog) AS backlog, sum(first_responses) AS answers,
                               sum(first_response_seconds) AS answer_seconds,
                               sum(resolutions) AS resolutions,
                               sum(resolution_seconds) AS resolution_seconds
                        FROM analytics.hourly
                        WHERE tenant = :tenant AND hour >= :first AND hour < :end
                        GROUP BY 1, 2
                        """
                                .formatted(group.column))
                .param("tenant", tenant)
                .param("starts", hours.stream().map(Instant::toString).toArray(String[]::new))
                .param("first", utc(hours.getFirst()))
                .param("end", utc(hour(range.end())))
                .param("nobody", NOBODY)
                .query(row -> {
                    Bucket bucket = bucket(row, range);
                    counted.computeIfAbsent(bucket.group(), first -> new HashMap<>())
                            .put(bucket.from(), bucket);
                });
        return counted;
    }

    private static Bucket bucket(ResultSet row, Range range) throws SQLException {
        return new Bucket(
                range.starts().get(row.getInt("bucket") - 1),
                row.getString("grouped"),
                row.getLong("opened"),
                row.getLong("resolved"),
                row.getLong("closed"),
                row.getLong("reopened"),
                row.getLong("backlog"),
                row.getLong("answers"),
                row.getLong("answer_seconds"),
                row.getLong("resolutions"),
                row.getLong("resolution_seconds"));
    }

    /** The open tickets just before a range, by group; groups without any are left out. */
    Map<String, Long> backlogBefore(UUID tenant, Range range, Group group) {
        Map<String, Long> backlog = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT %s AS grouped, sum(backlog) AS backlog
                        FROM analytics.hourly
                        WHERE tenant = :tenant AND hour < :first
                        GROUP BY 1 HAVING sum(backlog) <> 0
                        """
                                .formatted(group.column))
                .param("tenant", tenant)
                .param("first", utc(hour(range.starts().getFirst())))
                .param("nobody", NOBODY)
                .query(row -> {
                    backlog.put(row.getString("grouped"), row.getLong("backlog"));
                });
        return backlog;
    }

    private static Instant hour(Instant start) {
        return start.truncatedTo(ChronoUnit.HOURS);
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
