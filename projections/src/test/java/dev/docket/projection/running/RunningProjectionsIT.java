package dev.docket.projection.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.event.Recorded;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import dev.docket.log.EventJson;
import dev.docket.log.EventTypes;
import dev.docket.log.LogDatabase;
import dev.docket.log.TestDatabase;
import dev.docket.log.TestLog;
import dev.docket.projection.analytics.AnalyticsProjection;
import dev.docket.projection.audit.AuditTrailProjection;
import dev.docket.projection.people.PeopleProjection;
import dev.docket.projection.ticket.TicketsProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunningProjectionsIT {

    private final TestLog log = new TestLog();
    private final HikariDataSource views = LogDatabase.open("views", TestDatabase.create());
    private final JdbcClient jdbc = JdbcClient.create(views);
    private final List<RunningProjections> nodes = new ArrayList<>();
    private final Map<UUID, Integer> priorities = new LinkedHashMap<>();
    private final Map<UUID, Status> statuses = new LinkedHashMap<>();
    private int opened;
    private int written;

    @AfterEach
    void close() {
        nodes.forEach(RunningProjections::close);
        views.close();
        log.close();
    }

    private RunningProjections node(Projection... projections) {
        RunningProjections node =
                new RunningProjections(
                        List.of(projections), log.reader(), views, new SimpleMeterRegistry());
        nodes.add(node);
        return node;
    }

    private static Projection[] all() {
        return new Projection[] {
            new TicketsProjection(),
            new AuditTrailProjection(new EventJson(new EventTypes(), List.of())),
            new PeopleProjection(),
            new AnalyticsProjection()
        };
    }

    /** A random history, and beside it what the views must show of it. */
    private void happen(Random random, int events) {
        List<UUID> tickets = new ArrayList<>(statuses.keySet());
        for (int i = 0; i < events; i++) {
            if (tickets.isEmpty() || random.nextInt(4) == 0) {
                UUID ticket = new UUID(random.nextLong(), random.nextLong());
                tickets.add(ticket);
                open(ticket);
            } else {
                change(tickets.get(random.nextInt(tickets.size())), random);
            }
        }
    }

    private void open(UUID ticket) {
        opened++;
        priorities.put(ticket, Priority.MEDIUM.rank());
        statuses.put(ticket, Status.NEW);
        log.append(
                ticket,
                new TicketOpened(
                        new TicketId(ticket),
                        new TicketNumber(1_000L + opened),
                        new PersonId(new UUID(2, 2)),
                        Channel.API,
                        "Subject " + opened,
                        "Description",
                        Priority.MEDIUM,
                        new Classification(TicketType.REQUEST, null, new TreeSet<>()),
                        Assignment.NOBODY,
                        null));
    }

    private void change(UUID stream, Random random) {
        TicketId ticket = new TicketId(stream);
        Status from = statuses.getOrDefault(stream, Status.NEW);
        log.append(stream, next(ticket, stream, from, random));
    }

    private TicketEvent next(TicketId ticket, UUID stream, Status from, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                Priority to = Priority.ofRank(1 + random.nextInt(4));
                priorities.put(stream, to.rank());
                yield new PriorityChanged(ticket, Priority.MEDIUM, to);
            }
            case 1 -> {
                written++;
                MessageId message = new MessageId(new UUID(random.nextLong(), 7));
                yield new NoteAdded(ticket, message, TestLog.ACTOR, "Note");
            }
            case 2 -> {
                boolean wasFinished = from == Status.RESOLVED || from == Status.CLOSED;
                statuses.put(stream, wasFinished ? Status.OPEN : Status.RESOLVED);
                yield wasFinished
                        ? new TicketReopened(ticket, from, null)
                        : new TicketResolved(ticket, from, "Solved");
            }
            default -> {
                statuses.put(stream, Status.CLOSED);
                yield new TicketClosed(ticket, from, null);
            }
        };
    }

    private void awaitCaughtUp(RunningProjections node) {
        await(() -> node.standings().stream().allMatch(view -> view.lagEvents() == 0));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** A view that is still being made cannot be asked yet. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (BadSqlGrammarException notMadeYet) {
            return false;
        }
    }

    private void viewsShowWhatHappened() {
        Map<UUID, Integer> shownPriorities = new LinkedHashMap<>();
        Map<UUID, Status> shownStatuses = new LinkedHashMap<>();
        jdbc.sql("SELECT id, priority, status FROM tickets.ticket")
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    shownPriorities.put(id, row.getInt("priority"));
                    shownStatuses.put(id, Status.valueOf(row.getString("status")));
                });
        assertThat(shownPriorities).isEqualTo(priorities);
        assertThat(shownStatuses).isEqualTo(statuses);
        assertThat(count("SELECT count(*) FROM tickets.message")).isEqualTo(written);
        assertThat(count("SELECT count(*) FROM audit_trail.entry")).isEqualTo(log.reader().head());
        assertThat(count("SELECT sum(opened) FROM analytics.hourly")).isEqualTo(opened);
        long open =
                statuses.values().stream()
                        .filter(status -> status != Status.RESOLVED && status != Status.CLOSED)
                        .count();
        assertThat(count("SELECT sum(backlog) FROM analytics.hourly")).isEqualTo(open);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261120, 77})
    void the_views_show_a_random_history(long seed) {
        happen(new Random(seed), 400);
        RunningProjections node = node(all());
        awaitCaughtUp(node);
        happen(new Random(seed + 1), 200);
        awaitCaughtUp(node);

        viewsShowWhatHappened();
    }

    @Test
    void two_nodes_apply_each_event_once() {
        RunningProjections one = node(all());
        RunningProjections two = node(all());
        happen(new Random(5), 500);
        awaitCaughtUp(one);
        awaitCaughtUp(two);

        viewsShowWhatHappened();
    }

    @Test
    void a_node_that_ends_in_mid_batch_leaves_nothing_half_done() {
        happen(new Random(6), 300);
        TicketsProjection tickets = new TicketsProjection();
        Projection failing =
                new Projection() {
                    @Override
                    public String name() {
                        return tickets.name();
                    }

                    @Override
                    public void apply(List<Recorded> batch, JdbcClient client) {
                        tickets.apply(batch, client);
                        throw new StoreAwayException(
                                "gone after the rows", new IllegalStateException());
                    }
                };
        RunningProjections first = node(failing);
        await(() -> count("SELECT count(*) FROM tickets.token") == 1);
        first.close();
        assertThat(count("SELECT count(*) FROM tickets.ticket")).isZero();

        RunningProjections second = node(all());
        awaitCaughtUp(second);

        viewsShowWhatHappened();
    }

    @Test
    void poison_parks_its_own_stream_in_order_and_is_retried() {
        happen(new Random(7), 100);
        UUID poisoned = statuses.keySet().iterator().next();
        boolean[] broken = {true};
        TicketsProjection tickets = new TicketsProjection();
        Projection choking =
                new Projection() {
                    @Override
                    public String name() {
                        return tickets.name();
                    }

                    @Override
                    public void apply(List<Recorded> batch, JdbcClient client) {
                        boolean chokes =
                                broken[0]
                                        && batch.stream()
                                                .anyMatch(e -> e.stream().equals(poisoned));
                        if (chokes) {
                            throw new IllegalStateException("cannot swallow this");
                        }
                        tickets.apply(batch, client);
                    }
                };
        RunningProjections node = node(choking);
        awaitCaughtUp(node);
        Follower view = node.find("tickets").orElseThrow();
        List<DeadLetter> parked = view.deadLetters();
        assertThat(parked).extracting(DeadLetter::stream).containsOnly(poisoned);
        assertThat(parked).hasSameSizeAs(log.reader().readStream(poisoned));
        assertThat(count("SELECT count(*) FROM tickets.ticket")).isEqualTo(opened - 1);

        broken[0] = false;
        assertThat(view.retry(parked.getFirst().position())).hasValue(parked.size());

        assertThat(view.countDeadLetters()).isZero();
        assertThat(view.retry(parked.getFirst().position())).isEmpty();
        assertThat(view.evict(parked.getFirst().position())).isFalse();
        assertThat(count("SELECT count(*) FROM tickets.ticket")).isEqualTo(opened);
    }

    @Test
    void a_rebuild_serves_the_old_view_until_the_new_one_takes_its_place() {
        happen(new Random(8), 300);
        RunningProjections node = node(all());
        awaitCaughtUp(node);
        jdbc.sql("UPDATE tickets.ticket SET subject = 'wrong'").update();

        Rebuild rebuild = node.rebuild("tickets").orElseThrow();
        while (rebuild.isRunning()) {
            happen(new Random(opened), 5);
            assertThat(count("SELECT count(*) FROM tickets.ticket")).isPositive();
        }
        awaitCaughtUp(node);

        assertThat(rebuild.progress().failure()).isEmpty();
        assertThat(count("SELECT count(*) FROM tickets.ticket WHERE subject = 'wrong'")).isZero();
        viewsShowWhatHappened();
    }
}
