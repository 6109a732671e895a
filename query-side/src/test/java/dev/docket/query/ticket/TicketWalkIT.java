package dev.docket.query.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.LogDatabase;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Walking a list from page to page gives each ticket once, in the order that was asked for. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketWalkIT {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final int TICKETS = 60;

    private final QueryPlatform platform;
    private final Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
    private final Someone colleague = requester.colleague(Role.REQUESTER);
    private final Someone agent = requester.colleague(Role.AGENT);
    private final UUID team = UUID.randomUUID();
    private final Map<UUID, Seen> tickets = new LinkedHashMap<>();

    TicketWalkIT(QueryPlatform platform) {
        this.platform = platform;
    }

    /** A ticket as this test knows it. */
    private record Seen(UUID id, TicketOpened opened, Instant openedAt) {

        long number() {
            return opened.number().value();
        }

        int priority() {
            return opened.priority().rank();
        }

        boolean isAssigned() {
            return opened.assignment().agent() != null;
        }

        String category() {
            return String.valueOf(opened.classification().category());
        }
    }

    /** Few times, priorities and categories, so that many tickets share each. */
    @BeforeEach
    void many_tickets_that_are_much_alike() {
        Random random = new Random(20_260_301);
        IntStream.range(0, TICKETS).forEach(n -> open(random));
    }

    private void open(Random random) {
        boolean assigned = random.nextBoolean();
        Instant at = START.plus(Duration.ofHours(random.nextInt(6)));
        Someone who = random.nextInt(3) == 0 ? colleague : requester;
        UUID id = UUID.randomUUID();
        TicketOpened opened =
                Tickets.ticket(who, "Printer_%d%%".formatted(random.nextInt(4)))
                        .with(Priority.ofRank(1 + random.nextInt(4)))
                        .in(category(random), "tag" + random.nextInt(2), "tag" + random.nextInt(4))
                        .assignedTo(assigned ? team : null, assigned ? agent : null)
                        .event(id);
        platform.append(who, at, id, opened);
        tickets.put(id, new Seen(id, opened, at));
    }

    private static @Nullable String category(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "soft_ware";
            case 1 -> "soft_ware/mail";
            case 2 -> "softXware/mail";
            default -> null;
        };
    }

    /** What a list that shows some tickets must be. */
    private record Case(String query, Predicate<Seen> shown) {}

    private List<Case> cases() {
        return List.of(
                new Case("", ticket -> true),
                new Case("status=new", ticket -> !ticket.isAssigned()),
                new Case("status=new,OPEN", ticket -> true),
                new Case("status=new&status=open", ticket -> true),
                new Case("status=closed", ticket -> false),
                new Case(
                        "priority=low,high",
                        ticket -> isOneOf(ticket, Priority.LOW, Priority.HIGH)),
                new Case("assignee=none", ticket -> !ticket.isAssigned()),
                new Case("assignee=me", Seen::isAssigned),
                new Case("assignee=" + agent.person(), Seen::isAssigned),
                new Case("team=" + team, Seen::isAssigned),
                new Case("requester=" + colleague.person(), this::isOfColleague),
                new Case("category=soft_ware", ticket -> ticket.category().startsWith("soft_ware")),
                new Case(
                        "category=soft_ware/mail",
                        ticket -> ticket.category().equals("soft_ware/mail")),
                new Case("tags=tag0", ticket -> hasTags(ticket, "tag0")),
                new Case("tags=tag0,tag1", ticket -> hasTags(ticket, "tag0", "tag1")),
                new Case(
                        "subject=printer_1%25",
                        ticket -> ticket.opened().subject().contains("_1%")),
                new Case("subject=r%25r", ticket -> false),
                new Case(
                        "createdFrom=2026-03-01T10:00:00.123456Z",
                        ticket -> !ticket.openedAt().isBefore(START.plusSeconds(7_200))),
                new Case(
                        "createdTo=2026-03-01T10:00:00.123456Z",
                        ticket -> ticket.openedAt().isBefore(START.plusSeconds(7_200))),
                new Case(
                        "updatedFrom=2026-03-01T09:00:00Z&updatedTo=2026-03-01T11:00:00Z",
                        ticket ->
                                ticket.openedAt().isAfter(START)
                                        && ticket.openedAt().isBefore(START.plusSeconds(10_800))),
                new Case(
                        "status=open&priority=medium&assignee=me",
                        ticket -> ticket.isAssigned() && isOneOf(ticket, Priority.MEDIUM)));
    }

    private static boolean isOneOf(Seen ticket, Priority... priorities) {
        return List.of(priorities).contains(ticket.opened().priority());
    }

    private boolean isOfColleague(Seen ticket) {
        return ticket.opened().requester().equals(colleague.person());
    }

    private static boolean hasTags(Seen ticket, String... tags) {
        return ticket.opened().classification().tags().containsAll(List.of(tags));
    }

    @Test
    void each_filter_shows_what_fits_and_each_ticket_once() {
        for (Case each : cases()) {
            List<UUID> expected =
                    tickets.values().stream()
                            .filter(each.shown())
                            .sorted(order("-updatedAt"))
                            .map(Seen::id)
                            .toList();

            List<UUID> walked = ids(platform.walk(agent, path(each.query(), "limit=7")));

            assertThat(walked).as(each.query()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void what_a_filter_shows_is_counted() {
        for (Case each : cases()) {
            long shown = tickets.values().stream().filter(each.shown()).count();

            Answer answer = platform.get(agent, "/api/v1/tickets/count?" + each.query());

            assertThat(answer.body().path("count").asLong()).as(each.query()).isEqualTo(shown);
            assertThat(answer.body().path("more").asBoolean()).isFalse();
        }
        Answer own = platform.get(colleague, "/api/v1/tickets/count");
        assertThat(own.body().path("count").asLong())
                .isEqualTo(tickets.values().stream().filter(this::isOfColleague).count());
    }

    @Test
    void no_more_than_a_thousand_are_counted() {
        Someone other = Someone.ofNewOrganisation(Role.AGENT);
        IntStream.range(0, 1_000).forEach(n -> Tickets.ticket(other, "One of many").open(platform));
        assertThat(platform.get(other, "/api/v1/tickets/count").body().toString())
                .isEqualTo("{\"count\":1000,\"more\":false}");

        Tickets.ticket(other, "One too many").open(platform);

        assertThat(platform.get(other, "/api/v1/tickets/count").body().toString())
                .isEqualTo("{\"count\":1000,\"more\":true}");
    }

    @Test
    void a_count_that_takes_too_long_is_given_up() throws SQLException {
        try (HikariDataSource database = LogDatabase.open("a lock", platform.database());
                Connection lock = database.getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE tickets.ticket");

            Answer answer = platform.getAtOnce(agent, "/api/v1/tickets/count");

            lock.rollback();
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.body().path("rule").asString()).isEqualTo("took-too-long");
        }
    }

    static Stream<String> orders() {
        return Stream.of("updatedAt", "openedAt", "priority", "number")
                .flatMap(key -> Stream.of(key, "-" + key));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void each_order_holds_across_pages_of_any_size(String order) {
        List<UUID> expected = tickets.values().stream().sorted(order(order)).map(Seen::id).toList();

        for (int limit : new int[] {1, 13, TICKETS - 1, TICKETS, TICKETS + 1}) {
            List<Answer> pages = platform.walk(agent, path("sort=" + order, "limit=" + limit));

            assertThat(ids(pages)).as("limit %d", limit).containsExactlyElementsOf(expected);
            assertThat(pages).hasSize((TICKETS + limit - 1) / limit);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void tickets_that_are_opened_meanwhile_disturb_no_other(String order) {
        List<UUID> before = tickets.values().stream().sorted(order(order)).map(Seen::id).toList();
        Random random = new Random(7);

        List<UUID> walked = new ArrayList<>();
        String cursor = "";
        do {
            String path = path("sort=" + order, "limit=9");
            Answer page =
                    platform.get(
                            agent,
                            cursor.isEmpty() ? path : QueryPlatform.with(path, "cursor", cursor));
            walked.addAll(ids(List.of(page)));
            cursor = page.nextCursor();
            open(random);
            open(random);
        } while (!cursor.isEmpty());

        assertThat(walked).doesNotHaveDuplicates();
        assertThat(walked.stream().filter(before::contains).toList())
                .containsExactlyElementsOf(before);
        assertThat(walked)
                .containsExactlyElementsOf(
                        walked.stream()
                                .map(tickets::get)
                                .sorted(order(order))
                                .map(Seen::id)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=7", "?limit=7&sort=-number&status=new,open&tags=tag0"})
    void the_link_leads_to_the_next_page(String query) {
        Answer first = platform.get(agent, "/api/v1/tickets" + query);
        assertThat(first.nextCursor()).isNotEmpty();
        assertThat(first.header("Link"))
                .startsWith("</api/v1/tickets?")
                .endsWith(">; rel=\"next\"");

        String link = first.header("Link").replaceAll("^<|>; rel=\"next\"$", "");

        String byCursor =
                QueryPlatform.with("/api/v1/tickets" + query, "cursor", first.nextCursor());
        assertThat(platform.get(agent, link).items("id"))
                .isNotEmpty()
                .isEqualTo(platform.get(agent, byCursor).items("id"));
    }

    @Test
    void the_last_page_has_no_link() {
        Answer all = platform.get(agent, "/api/v1/tickets?limit=200");

        assertThat(all.items()).hasSize(TICKETS);
        assertThat(all.body().path("nextCursor").isNull()).isTrue();
        assertThat(all.header("Link")).isEmpty();
    }

    @Test
    void a_conversation_comes_in_pages_too() {
        UUID ticket = tickets.keySet().iterator().next();
        List<String> bodies = IntStream.range(0, 23).mapToObj(n -> "Reply " + n).toList();
        bodies.forEach(body -> platform.append(agent, ticket, Tickets.reply(ticket, agent, body)));

        List<Answer> pages =
                platform.walk(agent, "/api/v1/tickets/" + ticket + "/conversation?limit=5");

        assertThat(pages).hasSize(5);
        assertThat(pages.stream().flatMap(page -> page.items("body").stream()).toList())
                .containsExactlyElementsOf(bodies);
    }

    private static String path(String... parameters) {
        return "/api/v1/tickets?"
                + String.join("&", Stream.of(parameters).filter(p -> !p.isEmpty()).toList());
    }

    private static List<UUID> ids(List<Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .map(item -> item.path("id"))
                .map(JsonNode::asString)
                .map(UUID::fromString)
                .toList();
    }

    /** PostgreSQL compares UUIDs as their texts compare. */
    private static Comparator<Seen> order(String name) {
        Comparator<Seen> key =
                switch (name.replace("-", "")) {
                    case "priority" -> Comparator.comparingInt(Seen::priority);
                    case "number" -> Comparator.comparingLong(Seen::number);
                    default -> Comparator.comparing(Seen::openedAt);
                };
        Comparator<Seen> ascending = key.thenComparing(ticket -> ticket.id().toString());
        return name.startsWith("-") ? ascending.reversed() : ascending;
    }
}
