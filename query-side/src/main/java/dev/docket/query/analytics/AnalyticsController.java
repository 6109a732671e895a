package dev.docket.query.analytics;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.query.analytics.AnalyticsQueries.Bucket;
import dev.docket.query.analytics.AnalyticsQueries.Group;
import dev.docket.query.analytics.Range.Interval;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 * Intervals are always whole: the first is the one that {@code from} falls in, the last the one
 * that the moment before {@code to} falls in.
 */
@RestController
@RequestMapping("/api/v1/analytics")
class AnalyticsController {

    private static final Set<String> PARAMETERS =
            Set.of("from", "to", "interval", "groupBy", "zone");
    private static final Duration DEFAULT_RANGE = Duration.ofDays(30);

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
    @Asks({"from", "to", "interval", "groupBy", "zone"})
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
    @Asks({"from", "to", "interval", "groupBy", "zone"})
    Series firstResponse(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return series(
                "first-response",
                caller,
                request,
                response,
                bucket ->
                        values(
                                "count", bucket.firstResponses(),
                                "meanSeconds",
                                        ratio(
                                                bucket.firstResponseSeconds(),
                                                bucket.firstResponses())));
    }

    @GetMapping("/resolution")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"from", "to", "interval", "groupBy", "zone"})
    Series resolution(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return series(
                "resolution",
                caller,
                request,
                response,
                bucket ->
                        values(
                                "count", bucket.resolutions(),
                                "meanSeconds",
                                        ratio(bucket.resolutionSeconds(), bucket.resolutions())));
    }

    /** The share of reopenings among resolutions. */
    @GetMapping("/reopen-rate")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"from", "to", "interval", "groupBy", "zone"})
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
                                "rate", ratio(bucket.reopened(), bucket.resolutions())));
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** The open tickets at the end of each interval. */
    @GetMapping("/backlog")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"from", "to", "interval", "groupBy", "zone"})
    Series backlog(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return backlog("backlog", caller, request, response, Group.NONE);
    }

    /** The backlog of each agent, or of each team. */
    @GetMapping("/load")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"from", "to", "interval", "groupBy", "zone"})
    Series load(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return backlog("load", caller, request, response, Group.AGENT);
    }

    private Series backlog(
            String measure,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Group usual) {
        Wish wish = wish(request, usual);
        freshness.await(View.ANALYTICS, request, response);
        UUID tenant = caller.tenant().value();
        Map<String, Long> running =
                new HashMap<>(analytics.backlogBefore(tenant, wish.range(), wish.group()));
        Set<String> standing = Set.copyOf(running.keySet());
        List<Point> points =
                analytics.buckets(tenant, wish.range(), wish.group(), standing).stream()
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
        Parameters.none(request);
        freshness.await(View.ANALYTICS, request, response);
        UUID tenant = caller.tenant().value();
        Instant now = clock.instant();
        Range day = Range.of(now, now.plusNanos(1), Interval.DAY, ZoneOffset.UTC);
        Bucket today = analytics.buckets(tenant, day, Group.NONE, Set.of()).getFirst();
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
        Wish wish = wish(request, Group.NONE);
        freshness.await(View.ANALYTICS, request, response);
        UUID tenant = caller.tenant().value();
        List<Point> points =
                analytics.buckets(tenant, wish.range(), wish.group(), Set.of()).stream()
                        .map(bucket ->
                                new Point(bucket.from(), bucket.group(), values.apply(bucket)))
                        .toList();
        return new Series(measure, points);
    }

    private record Wish(Range range, Group group) {}

    private Wish wish(HttpServletRequest request, Group usual) {
        Parameters asked = new Parameters(request, PARAMETERS);
        Instant to = asked.instant("to");
        Instant end = to == null ? clock.instant().plusNanos(1) : to;
        Instant from = asked.instant("from");
        Instant begin = from == null ? end.minus(DEFAULT_RANGE) : from;
        if (!begin.isBefore(end)) {
            throw Parameters.refused("from", "'from' is before 'to'");
        }
        Interval interval = asked.anEnum("interval", Interval.class, Interval.DAY);
        return new Wish(
                Range.of(begin, end, interval, zone(asked.text("zone"))),
                asked.anEnum("groupBy", Group.class, usual));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Parameters.refused(
                    "zone", "'%s' is not a time zone like Europe/Berlin".formatted(name));
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
