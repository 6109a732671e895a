package dev.docket.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.event.people.Role;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.RandomHistory;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import dev.docket.query.analytics.Counting.State;
import dev.docket.query.analytics.Counting.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each measure, beside a count over the same events that knows nothing of hours and tables. */
@ExtendWith(OnQueryPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnalyticsIT {

    /** Within the history, clocks in Europe go forward on the 29th of March. */
    private static final Instant START = Instant.parse("2026-03-22T21:17:00Z");

    private static final int EVENTS = 250;

    private static final Map<String, Function<State, String>> GROUPS = groups();

    private final QueryPlatform platform;
    private final Someone lead = Someone.ofNewOrganisation(Role.LEAD);
    private Counting counting = new Counting(List.of());

    AnalyticsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private static Map<String, Function<State, String>> groups() {
        Map<String, Function<State, String>> groups = new LinkedHashMap<>();
        groups.put("none", state -> "");
        groups.put("priority", State::priority);
        groups.put("category", State::category);
        groups.put("team", State::team);
        groups.put("agent", State::agent);
        return groups;
    }

    @BeforeAll
    void a_history() {
        counting = happened(lead, 20_260_322, START, EVENTS);
    }

    private Counting happened(Someone who, long seed, Instant from, int events) {
        long before = platform.head();
        new RandomHistory(platform, who, seed, from).happen(events);
        return new Counting(platform.eventsAfter(before));
    }

    /** What a measure says of one interval and group. */
    private interface Measure {
        Map<String, @Nullable Object> of(Instant from, Instant to, Predicate<State> group);
    }

    private Map<String, Measure> measures() {
        Predicate<Step> resolved = step -> step.event() instanceof TicketResolved;
        Predicate<Step> reopened = step -> step.event() instanceof TicketReopened;
        Predicate<Step> answered = step -> step.event() instanceof ReplyAdded e && e.first();
        Predicate<Step> ended =
                resolved.or(step ->
                        step.event() instanceof TicketClosed e && e.from() != Status.RESOLVED);
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("volume", (from, to, group) -> volume(counting, from, to, group));
        measures.put(
                "first-response",
                (from, to, group) ->
                        values(
                                "count", counting.count(answered, from, to, group),
                                "meanSeconds", counting.meanSeconds(answered, from, to, group)));
        measures.put(
                "resolution",
                (from, to, group) ->
                        values(
                                "count", counting.count(ended, from, to, group),
                                "meanSeconds", counting.meanSeconds(ended, from, to, group)));
        measures.put(
                "reopen-rate",
                (from, to, group) -> {
                    long again = counting.count(reopened, from, to, group);
                    long all = counting.count(ended, from, to, group);
                    return values(
                            "reopened",
                            again,
                            "resolved",
                            all,
                            "rate",
                            all == 0 ? null : (double) again / all);
                });
        Measure open = (from, to, group) -> values("open", counting.openAt(to, group));
        measures.put("backlog", open);
        measures.put("load", open);
        return measures;
    }

    private static Map<String, @Nullable Object> volume(
            Counting counting, Instant from, Instant to, Predicate<State> group) {
        return values(
                "opened",
                counting.count(step -> step.event() instanceof TicketOpened, from, to, group),
                "resolved",
                counting.count(step -> step.event() instanceof TicketResolved, from, to, group),
                "closed",
                counting.count(step -> step.event() instanceof TicketClosed, from, to, group),
                "reopened",
                counting.count(step -> step.event() instanceof TicketReopened, from, to, group));
    }

    private static Map<String, @Nullable Object> values(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "hour,  UTC,              2026-03-24T00:00:00Z, 2026-03-26T00:00:00Z",
        "hour,  Asia/Kolkata,     2026-03-24T00:20:00Z, 2026-03-25T00:50:00Z",
        "day,   UTC,              2026-03-20T00:00:00Z, 2026-04-12T00:00:00Z",
        "day,   UTC,              2026-03-24T13:14:15Z, 2026-03-30T16:17:18Z",
        "day,   Europe/Berlin,    2026-03-25T00:00:00Z, 2026-04-02T00:00:00Z",
        "day,   America/New_York, 2026-03-25T00:00:00Z, 2026-04-02T00:00:00Z",
        "day,   %2B09:00,         2026-03-25T00:00:00Z, 2026-04-02T00:00:00Z",
        "day,   UTC-7,            2026-03-25T00:00:00Z, 2026-04-02T00:00:00Z",
        "month, UTC,              2026-02-01T00:00:00Z, 2026-06-01T00:00:00Z",
        "month, Europe/Berlin,    2026-03-15T00:00:00Z, 2026-04-15T00:00:00Z",
    })
    void each_measure_is_what_counting_gives(
            String interval, String zone, Instant from, Instant to) {
        ZoneId java = ZoneId.of(zone.replace("%2B", "+"));
        List<Instant> bounds = bounds(interval, java, from, to);
        measures()
                .forEach((measure, counted) ->
                        GROUPS.forEach((name, group) -> {
                            Answer answer =
                                    platform.get(
                                            lead,
                                            "/api/v1/analytics/%s?interval=%s&zone=%s&from=%s&to=%s&groupBy=%s"
                                                    .formatted(
                                                            measure, interval, zone, from, to,
                                                            name));
                            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                            assertThat(answer.body().path("measure").asString()).isEqualTo(measure);
                            assertAgrees(
                                    answer, bounds, values(measure, name, bounds), group, counted);
                        }));
    }

    /** The groups that a measure speaks of: those with an event, or with open tickets before. */
    private List<String> values(String measure, String group, List<Instant> bounds) {
        Function<State, String> value = GROUPS.getOrDefault(group, state -> "");
        List<String> values =
                new ArrayList<>(counting.values(value, bounds.getFirst(), bounds.getLast()));
        if (measure.equals("backlog") || measure.equals("load")) {
            counting.statesAt(bounds.getFirst()).stream()
                    .filter(State::open)
                    .map(value)
                    .forEach(values::add);
        }
        if (group.equals("none")) {
            values.add("");
        }
        return values.stream().distinct().sorted().toList();
    }

    private static void assertAgrees(
            Answer answer,
            List<Instant> bounds,
            List<String> values,
            Function<State, String> group,
            Measure counted) {
        Map<String, JsonNode> points = new TreeMap<>();
        for (JsonNode point : answer.items()) {
            points.put(key(point.path("from").asString(), point.path("group").asString()), point);
        }
        for (int i = 0; i < bounds.size() - 1; i++) {
            for (String value : values) {
                JsonNode point = points.get(key(bounds.get(i).toString(), value));
                Map<String, @Nullable Object> expected =
                        counted.of(
                                bounds.get(i),
                                bounds.get(i + 1),
                                state -> group.apply(state).equals(value));
                if (point == null) {
                    assertThat(expected.values())
                            .as("%s %s", bounds.get(i), value)
                            .containsOnly(0L);
                } else {
                    assertSame(point.path("values"), expected);
                }
            }
        }
        assertThat(answer.items().stream().map(p -> p.path("from").asString()).distinct())
                .isSubsetOf(bounds.stream().map(Instant::toString).toList());
        assertThat(answer.items()).hasSameSizeAs(points.keySet());
    }

    private static void assertSame(JsonNode values, Map<String, @Nullable Object> expected) {
        assertThat(values.propertyNames()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, value) -> {
            JsonNode found = values.path(name);
            if (value == null) {
                assertThat(found.isNull()).as("%s of %s", name, values).isTrue();
            } else {
                assertThat(found.asDouble())
                        .as("%s of %s", name, values)
                        .isCloseTo(((Number) value).doubleValue(), within(1e-6));
            }
        });
    }

    private static String key(String from, String group) {
        return from + " " + group;
    }

    /** Where the intervals begin, and where the last one ends. */
    private static List<Instant> bounds(String interval, ZoneId zone, Instant from, Instant to) {
        List<Instant> bounds = new ArrayList<>();
        LocalDate day = from.atZone(zone).toLocalDate();
        LocalDate first = interval.equals("month") ? day.withDayOfMonth(1) : day;
        for (int n = 0; ; n++) {
            Instant start =
                    switch (interval) {
                        case "hour" -> from.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(n));
                        case "day" -> first.plusDays(n).atStartOfDay(zone).toInstant();
                        default -> first.plusMonths(n).atStartOfDay(zone).toInstant();
                    };
            bounds.add(start);
            if (!start.isBefore(to)) {
                return bounds;
            }
        }
    }

    @Test
    void a_backlog_that_nothing_happens_to_is_still_shown() {
        Someone other = Someone.ofNewOrganisation(Role.LEAD);
        Someone agent = other.colleague(Role.AGENT);
        Tickets.ticket(other, "Long open").assignedTo(null, agent).at(START).open(platform);

        Answer load =
                platform.get(
                        other,
                        "/api/v1/analytics/load?from=2027-01-01T00:00:00Z&to=2027-01-03T00:00:00Z");

        List<JsonNode> theirs =
                load.items().stream()
                        .filter(p -> p.path("group").asString().equals(agent.person().toString()))
                        .toList();
        assertThat(theirs).hasSize(2);
        assertThat(theirs).allMatch(point -> point.path("values").path("open").asLong() == 1);
    }

    @Test
    void a_day_in_a_zone_that_is_off_by_half_an_hour_begins_with_the_hour_of_midnight() {
        Someone other = Someone.ofNewOrganisation(Role.LEAD);
        Tickets.ticket(other, "Late").at(Instant.parse("2026-05-01T17:59:00Z")).open(platform);
        Tickets.ticket(other, "Midnight").at(Instant.parse("2026-05-01T18:10:00Z")).open(platform);

        Answer volume =
                platform.get(
                        other,
                        "/api/v1/analytics/volume?zone=Asia/Kolkata"
                                + "&from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z");

        assertThat(volume.items("from"))
                .containsExactly("2026-04-30T18:30:00Z", "2026-05-01T18:30:00Z");
        assertThat(volume.items().stream().map(p -> p.path("values").path("opened").asLong()))
                .containsExactly(1L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"volume", "backlog"})
    void without_a_range_the_last_thirty_days_up_to_now_are_meant(String measure) {
        Someone other = Someone.ofNewOrganisation(Role.LEAD);
        Tickets.ticket(other, "Just now").open(platform);

        Answer answer = platform.get(other, "/api/v1/analytics/" + measure);

        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        assertThat(answer.items()).hasSize(31);
        assertThat(answer.items("from").getLast()).isEqualTo(today.toString());
        assertThat(
                        answer.items()
                                .getLast()
                                .path("values")
                                .path(measure.equals("volume") ? "opened" : "open")
                                .asLong())
                .isEqualTo(1);
    }

    @Test
    void a_series_is_never_cut() {
        Answer answer =
                platform.get(
                        lead,
                        "/api/v1/analytics/volume?interval=hour&groupBy=category"
                                + "&from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asString()).isEqualTo("interval");
    }

    @Test
    void the_dashboard_is_what_counting_gives() {
        Someone other = Someone.ofNewOrganisation(Role.LEAD);
        Instant now = Instant.now();
        Counting old = happened(other, 4, START, 60);
        Counting recent = happened(other, 5, now.minus(Duration.ofHours(60)), 60);

        JsonNode dashboard = platform.get(other, "/api/v1/analytics/dashboard").body();

        List<State> all = new ArrayList<>(old.statesAt(Instant.MAX));
        all.addAll(recent.statesAt(Instant.MAX));
        assertThat(counts(dashboard.path("byStatus")))
                .isEqualTo(counts(all, state -> true, State::status));
        assertThat(counts(dashboard.path("openByPriority")))
                .isEqualTo(counts(all, State::open, State::priority));
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        Instant tomorrow = midnight.plus(1, ChronoUnit.DAYS);
        assertSame(dashboard.path("today"), volume(recent, midnight, tomorrow, state -> true));
        Instant since = now.minus(Duration.ofDays(30));
        assertMedian(dashboard, "firstResponse", all, since, State::firstRepliedAt);
        assertMedian(dashboard, "resolution", all, since, State::resolvedAt);
    }

    private static void assertMedian(
            JsonNode dashboard,
            String name,
            List<State> all,
            Instant since,
            Function<State, @Nullable Instant> end) {
        double[] sorted =
                all.stream()
                        .filter(state -> !state.openedAt().isBefore(since))
                        .flatMapToDouble(state -> {
                            Instant at = end.apply(state);
                            return at == null
                                    ? DoubleStream.empty()
                                    : DoubleStream.of(
                                            Duration.between(state.openedAt(), at).toNanos() / 1e9);
                        })
                        .sorted()
                        .toArray();
        assertThat(sorted).isNotEmpty();
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        assertThat(dashboard.path("medians").path(name).asDouble()).isCloseTo(median, within(1e-4));
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties().forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }

    private static Map<String, Long> counts(
            List<State> states, Predicate<State> counted, Function<State, String> group) {
        return states.stream()
                .filter(counted)
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.counting()));
    }

    @Test
    void without_any_ticket_there_are_zeros_and_no_means() {
        Someone nobody = Someone.ofNewOrganisation(Role.LEAD);
        String day = "?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z";

        JsonNode volume = values(nobody, "volume" + day);
        JsonNode response = values(nobody, "first-response" + day);
        JsonNode rate = values(nobody, "reopen-rate" + day);

        assertThat(volume.toString())
                .isEqualTo("{\"opened\":0,\"resolved\":0,\"closed\":0,\"reopened\":0}");
        assertThat(response.path("meanSeconds").isNull()).isTrue();
        assertThat(rate.path("rate").isNull()).isTrue();
        assertThat(platform.get(nobody, "/api/v1/analytics/load" + day).items()).isEmpty();
    }

    private JsonNode values(Someone caller, String path) {
        return platform.get(caller, "/api/v1/analytics/" + path).items().getFirst().path("values");
    }

    @Test
    void a_history_of_another_order_counts_alike() {
        Someone other = Someone.ofNewOrganisation(Role.LEAD);
        UUID late = Tickets.ticket(other, "B").at(START.plus(Duration.ofDays(3))).open(platform);
        UUID early = Tickets.ticket(other, "A").at(START).open(platform);

        Answer backlog =
                platform.get(
                        other,
                        "/api/v1/analytics/backlog?from=2026-03-22T00:00:00Z&to=2026-03-27T00:00:00Z");

        assertThat(late).isNotEqualTo(early);
        assertThat(backlog.items().stream().map(p -> p.path("values").path("open").asLong()))
                .containsExactly(1L, 1L, 1L, 2L, 2L);
    }

    @Test
    void groups_are_named_as_filters_name_them() {
        Answer answer =
                platform.get(
                        lead,
                        "/api/v1/analytics/volume?interval=month&groupBy=priority"
                                + "&from=2026-03-01T00:00:00Z&to=2026-05-01T00:00:00Z");

        assertThat(answer.items("group"))
                .allMatch(group -> group.equals(group.toLowerCase(Locale.ROOT)))
                .contains("low", "medium", "high", "critical");
    }
}
