package dev.docket.query.analytics;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.query.analytics.AnalyticsQueries.Bucket;
import dev.docket.query.analytics.AnalyticsQueries.Group;
import dev.docket.query.analytics.AnalyticsQueries.Interval;
import dev.docket.query.analytics.AnalyticsQueries.Range;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Measures: {@code from}, {@code to}, {@code interval}, {@code groupBy} and {@code zone} choose.
 */
@RestController
@RequestMapping("/api/v1/analytics")
class AnalyticsController {

    private static final Set<String> PARAMETERS =
            Set.of("from", "to", "interval", "groupBy", "zone");
    private static final Duration DEFAULT_RANGE = Duration.ofDays(30);
    private static final long MOST_BUCKETS = 5_000;

    private final AnalyticsQueries analytics;
    private final Freshness freshness;
    private final Clock clock;

    AnalyticsController(AnalyticsQueries analytics, Freshness freshness, Clock clock) {
        this.analytics = analytics;
        this.freshness = freshness;
        this.clock = clock;
    }

    /**
     * One measure in one interval.
     *
     * @param group the value grouped by; empty for none
     */
    record Point(Instant from, String group, Map<String, @Nullable Object> values) {}

    record Series(String measure, List<Point> items) {}

    @GetMapping("/volume")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Series volume(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return series(
                "volume",
                caller,
                request,
                response,
                bucket ->
                        values(
                                "opened", bucket.opened(),
                                "resolved", bucket.resolved(),
                                "closed", bucket.closed(),
                                "reopened", bucket.reopened()));
    }

    @GetMapping("/first-response")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Series firstResponse(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return series(
                "first-response",
                caller,
                request,
                response,
                bucket ->
                        values(
                                "count", bucket.firstResponses(),
                                "meanSeconds", bucket.firstResponseSeconds()));
    }

    @GetMapping("/resolution")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Series resolution(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return series(
                "resolution",
                caller,
                request,
                response,
                bucket ->
                        values(
                                "count", bucket.resolutions(),
                                "meanSeconds", bucket.resolutionSeconds()));
    }

    /** The share of reopenings among resolutions. */
    @GetMapping("/reopen-rate")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Series reopenRate(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return series(
                "reopen-rate",
                caller,
                request,
                response,
                bucket ->
                        values(
                                "reopened", bucket.reopened(),
                                "resolved", bucket.resolutions(),
                                "rate",
                                        bucket.resolutions() == 0
                                                ? null
                                                : (double) bucket.reopened()
                                                        / bucket.resolutions()));
    }

    /** The open tickets at the end of each interval. */
    @GetMapping("/backlog")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Series backlog(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Range range = range(request, Group.NONE);
        freshness.await(View.ANALYTICS, request, response);
        return backlog("backlog", caller, range);
    }

    /** The backlog of each agent, or of each team. */
    @GetMapping("/load")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Series load(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Range range = range(request, Group.AGENT);
        freshness.await(View.ANALYTICS, request, response);
        return backlog("load", caller, range);
    }

    private Series backlog(String measure, Caller caller, Range range) {
        Map<String, Long> running =
                new HashMap<>(
                        analytics.backlogBefore(
                                caller.tenant().value(), range.from(), range.group()));
        List<Point> points =
                analytics.buckets(caller.tenant().value(), range).stream()
                        .map(bucket ->
                                new Point(
                                        bucket.from(),
                                        bucket.group(),
                                        values(
                                                "open",
                                                running.merge(
                                                        bucket.group(),
                                                        bucket.backlogChange(),
                                                        Long::sum))))
                        .toList();
        return new Series(measure, points);
    }

    /**
     * The state of affairs.
     *
     * @param today since midnight UTC
     * @param medians over the tickets of the last 30 days
     */
    record Dashboard(
            Map<String, Long> byStatus,
            Map<String, Long> openByPriority,
            Map<String, @Nullable Object> today,
            AnalyticsQueries.Medians medians) {}

    @GetMapping("/dashboard")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Dashboard dashboard(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        freshness.await(View.ANALYTICS, request, response);
        UUID tenant = caller.tenant().value();
        Instant now = clock.instant();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        Range day =
                new Range(
                        midnight,
                        midnight.plus(1, ChronoUnit.DAYS),
                        Interval.DAY,
                        ZoneOffset.UTC,
                        Group.NONE);
        Bucket today = analytics.buckets(tenant, day).getFirst();
        return new Dashboard(
                analytics.byStatus(tenant),
                analytics.openByPriority(tenant),
                values(
                        "opened", today.opened(),
                        "resolved", today.resolved(),
                        "closed", today.closed(),
                        "reopened", today.reopened()),
                analytics.medians(tenant, now.minus(DEFAULT_RANGE)));
    }

    private Series series(
            String measure,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Bucket, Map<String, @Nullable Object>> values) {
        Range range = range(request, Group.NONE);
        freshness.await(View.ANALYTICS, request, response);
        List<Point> points =
                analytics.buckets(caller.tenant().value(), range).stream()
                        .map(bucket ->
                                new Point(bucket.from(), bucket.group(), values.apply(bucket)))
                        .toList();
        return new Series(measure, points);
    }

    private Range range(HttpServletRequest request, Group otherwise) {
        Parameters asked = new Parameters(request.getParameterMap(), PARAMETERS);
        Instant to = asked.instant("to");
        Instant end = to == null ? clock.instant().plus(1, ChronoUnit.HOURS) : to;
        Instant from = asked.instant("from");
        Instant begin = from == null ? end.minus(DEFAULT_RANGE) : from;
        Interval interval = asked.anEnum("interval", Interval.class, Interval.DAY);
        Group group = asked.anEnum("groupBy", Group.class, otherwise);
        if (!begin.isBefore(end)) {
            throw Parameters.refused("from", "'from' is before 'to'");
        }
        if (Duration.between(begin, end).toHours() / hours(interval) > MOST_BUCKETS) {
            throw Parameters.refused(
                    "interval", "The range has more than %d intervals".formatted(MOST_BUCKETS));
        }
        return new Range(begin, end, interval, zone(asked.text("zone")), group);
    }

    private static long hours(Interval interval) {
        return switch (interval) {
            case HOUR -> 1;
            case DAY -> 24;
            case MONTH -> 28 * 24;
        };
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Parameters.refused("zone", "'%s' is not a time zone".formatted(name));
        }
    }

    private static Map<String, @Nullable Object> values(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return values;
    }
}
