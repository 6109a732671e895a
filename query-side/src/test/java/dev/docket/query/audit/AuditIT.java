package dev.docket.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.Recorded;
import dev.docket.event.people.Role;
import dev.docket.log.EventJson;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.RandomHistory;
import dev.docket.query.Someone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history as auditors read it, against the log itself. */
@ExtendWith(OnQueryPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditIT {

    private static final Instant START = Instant.parse("2026-02-01T07:00:00.000000001Z");
    private static final int EVENTS = 250;
    private static final EventJson EVENTS_JSON = EventJson.released();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final QueryPlatform platform;
    private final Someone auditor = Someone.ofNewOrganisation(Role.AUDITOR);
    private final RandomHistory history;
    private final List<Recorded> events;

    AuditIT(QueryPlatform platform) {
        this.platform = platform;
        long before = platform.head();
        history = new RandomHistory(platform, auditor, 42, START);
        history.happen(EVENTS);
        events = platform.eventsAfter(before);
    }

    @Test
    void as_of_every_position_a_ticket_is_what_its_events_up_to_then_make_it() {
        UUID busiest = busiest();
        Ledger ledger = new Ledger();
        boolean opened = false;
        for (Recorded event : events) {
            if (event.stream().equals(busiest)) {
                ledger.add(event, data(event));
                opened = true;
            }
            Answer answer = asOf(busiest, Long.toString(event.position()));
            if (opened) {
                assertThat(Ledger.of(answer.body()))
                        .as("as of %d", event.position())
                        .isEqualTo(ledger.text());
            } else {
                assertThat(answer.status()).isEqualTo(404);
            }
        }
        assertThat(Ledger.of(platform.get(auditor, "/api/v1/audit/tickets/" + busiest).body()))
                .isEqualTo(ledger.text());
    }

    @Test
    void as_of_a_time_what_had_happened_by_then_counts() {
        for (UUID ticket : history.tickets()) {
            Ledger ledger = new Ledger();
            for (Recorded event : of(ticket)) {
                ledger.add(event, data(event));
                Instant next = event.occurredAt();
                assertThat(Ledger.of(asOf(ticket, next.toString()).body()))
                        .isIn(ledger.text(), textAfterAllAt(ticket, next));
            }
            Instant before = of(ticket).getFirst().occurredAt().minusNanos(1);
            assertThat(asOf(ticket, before.toString()).status()).isEqualTo(404);
        }
    }

    /** Several events of one command happen at one time. */
    private String textAfterAllAt(UUID ticket, Instant time) {
        Ledger ledger = new Ledger();
        of(ticket).stream()
                .filter(event -> !event.occurredAt().isAfter(time))
                .forEach(event -> ledger.add(event, data(event)));
        return ledger.text();
    }

    private Answer asOf(UUID ticket, String moment) {
        return platform.get(auditor, "/api/v1/audit/tickets/" + ticket + "?asOf=" + moment);
    }

    private UUID busiest() {
        return history.tickets().stream()
                .max((one, other) -> Integer.compare(of(one).size(), of(other).size()))
                .orElseThrow();
    }

    private List<Recorded> of(UUID ticket) {
        return events.stream().filter(event -> event.stream().equals(ticket)).toList();
    }

    private static JsonNode data(Recorded event) {
        return JSON.readTree(EVENTS_JSON.write(event.event()));
    }

    @Test
    void a_tickets_history_says_who_when_from_where_and_why() {
        UUID ticket = busiest();
        List<Recorded> expected = of(ticket);

        Answer whole = platform.get(auditor, "/api/v1/audit/tickets/" + ticket + "/events");

        assertThat(whole.items().stream().map(AuditIT::summary).toList())
                .containsExactlyElementsOf(expected.stream().map(AuditIT::summary).toList());
        JsonNode first = whole.items().getFirst();
        assertThat(first.path("cause").path("command").asString()).isEqualTo("TestCommand");
        assertThat(first.path("cause").path("origin").asString()).isEqualTo("127.0.0.1 test");
        assertThat(first.path("data")).isEqualTo(data(expected.getFirst()));
        assertThat(pages("/api/v1/audit/tickets/" + ticket + "/events?limit=4"))
                .isEqualTo(whole.items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=17", "limit=200", "limit=17&sort=position"})
    void every_event_is_on_one_page(String query) {
        assertThat(summaries(pages("/api/v1/audit/events?" + query)))
                .containsExactlyElementsOf(expected(event -> true));
    }

    @Test
    void the_newest_can_come_first() {
        assertThat(summaries(pages("/api/v1/audit/events?limit=23&sort=-position")))
                .containsExactlyElementsOf(expected(event -> true).reversed());
    }

    @Test
    void events_are_found_by_actor_kind_and_time_and_exported_alike() {
        UUID actor = events.getLast().facts().actor().value();
        String type = events.get(EVENTS / 2).type();
        UUID wish = events.get(EVENTS / 2).facts().correlation();
        Instant from = events.get(EVENTS / 3).recordedAt();
        Instant to = events.get(2 * EVENTS / 3).recordedAt();
        record Case(String query, Predicate<Recorded> shown) {}
        Predicate<Recorded> byActor = event -> event.facts().actor().value().equals(actor);
        Predicate<Recorded> ofType = event -> event.type().equals(type);
        Predicate<Recorded> ofWish = event -> event.facts().correlation().equals(wish);
        Predicate<Recorded> since = event -> !event.recordedAt().isBefore(from);
        Predicate<Recorded> until = event -> event.recordedAt().isBefore(to);
        for (Case each :
                List.of(
                        new Case("", event -> true),
                        new Case("actor=" + actor, byActor),
                        new Case("actor=" + UUID.randomUUID(), event -> false),
                        new Case("type=" + type, ofType),
                        new Case("correlation=" + wish, ofWish),
                        new Case("correlation=" + UUID.randomUUID(), event -> false),
                        new Case(
                                "correlation=%s&type=%s".formatted(wish, type), ofWish.and(ofType)),
                        new Case("from=" + from, since),
                        new Case("to=" + to, until),
                        new Case("from=%s&to=%s".formatted(from, to), since.and(until)),
                        new Case(
                                "actor=%s&type=%s&from=%s&to=%s".formatted(actor, type, from, to),
                                byActor.and(ofType).and(since).and(until)))) {
            List<String> expected = expected(each.shown());

            assertThat(summaries(pages("/api/v1/audit/events?limit=40&" + each.query())))
                    .as(each.query())
                    .containsExactlyElementsOf(expected);
            assertThat(summaries(exported("/api/v1/audit/events?" + each.query())))
                    .as("export %s", each.query())
                    .containsExactlyElementsOf(expected);
        }
    }

    private List<JsonNode> exported(String path) {
        Answer export = platform.getAs(auditor, path, "application/x-ndjson");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        return export.text().lines().map(JSON::readTree).toList();
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        platform.walk(auditor, path).forEach(page -> items.addAll(page.items()));
        return items;
    }

    private List<String> expected(Predicate<Recorded> shown) {
        return events.stream().filter(shown).map(AuditIT::summary).toList();
    }

    private static List<String> summaries(List<JsonNode> items) {
        return items.stream().map(AuditIT::summary).toList();
    }

    private static String summary(Recorded event) {
        return summary(
                Stream.of(
                        event.position(),
                        event.type(),
                        event.stream(),
                        event.version(),
                        event.recordedAt(),
                        event.facts().actor()));
    }

    private static String summary(JsonNode event) {
        return summary(
                Stream.of("position", "type", "stream", "version", "recordedAt", "actor")
                        .map(name -> event.path(name).asString()));
    }

    private static String summary(Stream<?> parts) {
        return String.join(" ", parts.map(String::valueOf).toList());
    }
}
