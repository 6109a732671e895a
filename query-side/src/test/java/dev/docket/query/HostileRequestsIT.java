package dev.docket.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is refused with the name of the field and of the rule, and never fails. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostileRequestsIT {

    private static final String LONG = "x".repeat(501);

    private final QueryPlatform platform;
    private final Someone admin = Someone.ofNewOrganisation(Role.ADMIN);
    private final UUID ticket;

    HostileRequestsIT(QueryPlatform platform) {
        this.platform = platform;
        this.ticket = Tickets.ticket(admin, "Of the test").open(platform);
        platform.get(admin, "/api/v1/tickets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tickets | status | lost",
                "/tickets | status | new,lost",
                "/tickets | status | 0",
                "/tickets | priority | dire",
                "/tickets | assignee | somebody",
                "/tickets | assignee | 1-1-1-1-1",
                "/tickets | team | 7",
                "/tickets | requester | zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
                "/tickets | createdFrom | yesterday",
                "/tickets | createdFrom | 2026-13-01T00:00:00Z",
                "/tickets | createdTo | 2026-01-01",
                "/tickets | updatedFrom | +999999999-12-31T23:59:59Z",
                "/tickets | updatedTo | -999999999-01-01T00:00:00Z",
                "/tickets | updatedTo | 0000-01-01T00:00:00Z",
                "/tickets | sort | colour",
                "/tickets | sort | --number",
                "/tickets | sort | number;drop",
                "/tickets | limit | 0",
                "/tickets | limit | -1",
                "/tickets | limit | 201",
                "/tickets | limit | 1.5",
                "/tickets | limit | 99999999999999999999",
                "/tickets | limit | many",
                "/tickets | subject | %00",
                "/tickets | category | a%00b",
                "/tickets | tags | a,b%00",
                "/tickets | colour | red",
                "/tickets/count | status | lost",
                "/tickets/count | assignee | somebody",
                "/tickets/count | createdTo | 2026-01-01",
                "/tickets/count | sort | number",
                "/tickets/count | limit | 1",
                "/views | person | me",
                "/tickets/{id} | fields | all",
                "/tickets/{id}/conversation | limit | 1000",
                "/tickets/{id}/conversation | sort | position",
                "/search/tickets | limit | 101",
                "/search/tickets | facets | perhaps",
                "/search/tickets | status | lost",
                "/search/tickets | createdFrom | 2026-01-01T00:00:00Z",
                "/search/tickets/completions | at | -1",
                "/search/tickets/completions | at | 5",
                "/search/tickets/completions | at | 99999999999999999999",
                "/search/tickets/completions | at | end",
                "/search/tickets/completions | limit | 51",
                "/search/tickets/completions | facets | true",
                "/people | q | %00",
                "/people | limit | -5",
                "/people | role | agent",
                "/analytics/volume | interval | week",
                "/analytics/volume | groupBy | status",
                "/analytics/volume | zone | Mars/Olympus",
                "/analytics/volume | zone | %27",
                "/analytics/volume | from | 3000-01-01T00:00:00Z",
                "/analytics/volume | to | 1000-01-01",
                "/analytics/first-response | from | then",
                "/analytics/resolution | from | then",
                "/analytics/reopen-rate | from | then",
                "/analytics/backlog | from | then",
                "/analytics/load | groupBy | nothing",
                "/analytics/dashboard | from | 2026-01-01T00:00:00Z",
                "/audit/events | actor | me",
                "/audit/events | type | TicketResolve",
                "/audit/events | type | %00",
                "/audit/events | correlation | mine",
                "/audit/events | from | 12",
                "/audit/events | to | 12",
                "/audit/events | sort | recordedAt",
                "/audit/events | limit | 201",
                "/audit/events | ticket | 12",
                "/audit/tickets/{id} | asOf | -1",
                "/audit/tickets/{id} | asOf | 99999999999999999999",
                "/audit/tickets/{id} | asOf | then",
                "/audit/tickets/{id} | at | 1",
                "/audit/tickets/{id}/events | limit | 0",
                "/audit/tickets/{id}/events | from | 1",
                "/audit/replay-checks | limit | 1",
            })
    void a_parameter_that_does_not_fit_is_refused_by_name(String path, String name, String value) {
        Answer answer = platform.getAtOnce(admin, path(path) + "&" + name + "=" + value);

        assertRefused(answer, name, "wrong-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search/tickets?q=%FF%FE",
                "/tickets?subject=%FF",
                "/search/articles?q=%C3"
            })
    void what_is_no_text_is_refused(String path) {
        Answer answer = platform.getAtOnce(admin, "/api/v1" + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("rule").asString()).isEqualTo("wrong-characters");
    }

    private String path(String path) {
        String whole = "/api/v1" + path.replace("{id}", ticket.toString());
        return path.startsWith("/search") ? whole + "?q=word" : whole + "?";
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "category", "tags", "status", "sort", "limit", "team"})
    void a_parameter_that_is_too_long_is_refused(String name) {
        Answer answer = platform.getAtOnce(admin, "/api/v1/tickets?" + name + "=" + LONG);

        assertRefused(answer, name, "wrong-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject=a&subject=b", "limit=&limit=1", "sort=number&sort=number"})
    void a_parameter_with_one_value_is_given_once(String query) {
        Answer answer = platform.getAtOnce(admin, "/api/v1/tickets?" + query);

        assertRefused(answer, query.substring(0, query.indexOf('=')), "wrong-parameter");
    }

    @Test
    void a_parameter_with_many_values_has_not_too_many() {
        String tags = String.join(",", IntStream.range(0, 101).mapToObj(n -> "t" + n).toList());

        assertRefused(
                platform.getAtOnce(admin, "/api/v1/tickets?tags=" + tags),
                "tags",
                "wrong-parameter");
    }

    @Test
    void the_message_names_the_values_that_are_allowed() {
        assertThat(platform.getAtOnce(admin, "/api/v1/tickets?status=lost").body().path("detail"))
                .hasToString(
                        "\"'lost' is not one of new, open, in_progress, pending, resolved, closed,"
                                + " merged\"");
        assertThat(
                        platform.getAtOnce(admin, "/api/v1/people?role=agent")
                                .body()
                                .path("detail")
                                .asString())
                .endsWith("there are cursor, limit, q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=%20%20"})
    void a_search_says_what_for(String query) {
        assertRefused(
                platform.getAtOnce(admin, "/api/v1/search/tickets" + query),
                "q",
                "wrong-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/completions"})
    void a_search_is_not_too_long(String route) {
        assertRefused(
                platform.getAtOnce(admin, "/api/v1/search/tickets" + route + "?q=" + LONG),
                "q",
                "wrong-parameter");
    }

    @Test
    void a_search_has_not_too_many_words() {
        String words = String.join("+", IntStream.range(0, 40).mapToObj(n -> "word" + n).toList());

        assertRefused(
                platform.getAtOnce(admin, "/api/v1/search/tickets?q=" + words),
                "q",
                "too-many-words");
    }

    @Test
    void a_range_has_not_too_many_intervals() {
        assertRefused(
                platform.getAtOnce(
                        admin,
                        "/api/v1/analytics/volume?from=1000-01-01T00:00:00Z"
                                + "&to=9999-12-31T23:59:59Z"),
                "interval",
                "wrong-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hour", "day", "month"})
    void the_first_and_the_last_time_can_be_asked_for(String interval) {
        for (String range :
                List.of(
                        "from=1000-01-01T00:00:00Z&to=1000-01-02T00:00:00Z",
                        "to=1000-01-01T00:00:00Z",
                        "from=9999-12-30T00:00:00Z&to=9999-12-31T23:59:59.999Z")) {
            for (String zone : List.of("UTC", "-18:00", "%2B18:00", "Asia/Kolkata", "UTC%2B3")) {
                Answer answer =
                        platform.getAtOnce(
                                admin,
                                "/api/v1/analytics/backlog?%s&interval=%s&zone=%s"
                                        .formatted(range, interval, zone));
                assertThat(answer.status()).as("%s %s", range, answer.text()).isEqualTo(200);
            }
        }
    }

    private static final List<String> LISTS =
            List.of(
                    "/tickets",
                    "/tickets?sort=number",
                    "/tickets?sort=priority",
                    "/tickets/{id}/conversation",
                    "/search/tickets?q=word",
                    "/people",
                    "/audit/events",
                    "/audit/events?sort=-position",
                    "/audit/tickets/{id}/events");

    static Stream<String> lists() {
        return LISTS.stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_cursor_that_no_list_gave_is_refused(String list) {
        for (String forged :
                List.of(
                        "AAAA",
                        "%00",
                        "...",
                        "null",
                        "-1",
                        base64("a|b|c"),
                        base64("a\0b\0c"),
                        base64("\0\0\0"),
                        base64("9".repeat(400)))) {
            Answer answer =
                    platform.getAtOnce(admin, QueryPlatform.with(whole(list), "cursor", forged));
            assertThat(answer.status()).as("%s %s", forged, answer.text()).isEqualTo(400);
            assertThat(answer.body().path("field").asString()).isEqualTo("cursor");
        }
        assertRefused(
                platform.getAtOnce(
                        admin, QueryPlatform.with(whole(list), "cursor", "x".repeat(4_001))),
                "cursor",
                "wrong-parameter");
    }

    /** As somebody would forge one who knows how they are made. */
    @ParameterizedTest
    @MethodSource("lists")
    void a_cursor_with_the_right_mark_and_wrong_parts_is_refused(String list) {
        String mark = mark(list);
        for (String parts :
                List.of(
                        "",
                        "x",
                        "9".repeat(30),
                        "x\0y",
                        "+999999999-12-31T23:59:59Z\0" + ticket,
                        "1000000\0" + ticket,
                        "2026-01-01T00:00:00Z\0no-id",
                        "AS_WRITTEN\0" + "1e300\0" + "1",
                        "AS_WRITTEN\0NaN\0" + "1",
                        "ANYHOW\0" + "1\0" + "1",
                        "a\0b\0c\0d")) {
            Answer answer =
                    platform.getAtOnce(
                            admin,
                            QueryPlatform.with(whole(list), "cursor", base64(mark + "\0" + parts)));
            assertThat(answer.status()).as("%s %s", parts, answer.text()).isIn(200, 400);
            if (answer.status() == 400) {
                assertThat(answer.body().path("field").asString()).isEqualTo("cursor");
            }
        }
    }

    private String whole(String list) {
        return "/api/v1" + list.replace("{id}", ticket.toString());
    }

    /** The mark of a list's cursors, from one that it gave. */
    private String mark(String list) {
        for (int n = 0; n < 2; n++) {
            Tickets.ticket(admin, "One word more").open(platform);
            platform.append(admin, ticket, Tickets.reply(ticket, admin, "A word"));
            Tickets.register(platform, admin.colleague(Role.AGENT), "Somebody");
        }
        Answer page = platform.get(admin, QueryPlatform.with(whole(list), "limit", "1"));
        String text =
                new String(
                        Base64.getUrlDecoder().decode(page.nextCursor()), StandardCharsets.UTF_8);
        return text.substring(0, text.indexOf('\0'));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_cursor_belongs_to_one_list() {
        Map<String, String> cursors =
                LISTS.stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        list -> list,
                                        list -> {
                                            mark(list);
                                            return platform.get(
                                                            admin,
                                                            QueryPlatform.with(
                                                                    whole(list), "limit", "1"))
                                                    .nextCursor();
                                        }));
        cursors.forEach((from, cursor) -> {
            for (String list : LISTS) {
                Answer answer =
                        platform.get(admin, QueryPlatform.with(whole(list), "cursor", cursor));
                assertThat(answer.status())
                        .as("%s in %s: %s", from, list, answer.text())
                        .isEqualTo(from.equals(list) ? 200 : 400);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999", ""})
    void a_position_that_is_none_is_refused(String position) {
        for (String path : List.of("/tickets", "/people", "/analytics/volume", "/audit/events")) {
            Answer answer =
                    platform.send(
                            platform.request(admin, "/api/v1" + path)
                                    .header("Docket-Position", position));
            assertRefused(answer, "Docket-Position", "wrong-header");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not-an-id", "DK-0", "DK-99999999999999999999", "%E2%80%8B", "1-1-1-1-1"})
    void a_ticket_that_cannot_be_is_not_found(String id) {
        for (String path : List.of("/api/v1/tickets/%s", "/api/v1/tickets/%s/conversation")) {
            Answer answer = platform.getAtOnce(admin, path.formatted(id));
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.body().path("rule").asString()).isEqualTo("ticket-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/audit/tickets/not-an-id",
                "/api/v1/audit/tickets/not-an-id/events",
                "/api/v1/audit/replay-checks/not-an-id",
            })
    void an_id_that_is_none_is_refused_in_plain_words(String path) {
        Answer answer = platform.getAtOnce(admin, path);

        assertRefused(answer, "id", "wrong-parameter");
        assertThat(answer.text()).doesNotContain("java.", "UUID");
    }

    private static void assertRefused(Answer answer, String field, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("field").asString()).isEqualTo(field);
        assertThat(answer.body().path("rule").asString()).isEqualTo(rule);
        assertThat(answer.body().path("detail").asString()).isNotBlank();
    }
}
