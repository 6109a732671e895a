package dev.docket.log;

import static dev.docket.log.TestLog.facts;
import static dev.docket.log.TestLog.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Recorded;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every engine of the log promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class EventLogContract {

    /** A node's view of the log; two of them are two nodes on the same log. */
    interface Node {
        EventStorageEngine engine();

        LogReader reader();
    }

    /** Something that is kept as a snapshot; what it counts shows which of them was read. */
    public record Counted(int events) {}

    static final List<SnapshotType> SNAPSHOTS =
            List.of(new SnapshotType(Counted.class, "Counted", 2));

    /** A node on the log that the test has; the same log at each call, even after a restart. */
    final Node node() {
        return node(SNAPSHOTS);
    }

    abstract Node node(List<SnapshotType> snapshotTypes);

    /** Ends all nodes, so that the next one starts anew on what is stored. */
    abstract void restart();

    private static DomainEvent event(int number) {
        return new PersonRenamed(
                new PersonId(new UUID(1, number)), "before " + number, "after " + number);
    }

    private static List<DomainEventMessage<?>> append(
            Node node, UUID stream, long firstVersion, int... numbers) {
        DomainEvent[] events =
                IntStream.of(numbers).mapToObj(EventLogContract::event).toArray(DomainEvent[]::new);
        List<DomainEventMessage<?>> messages = messages(facts(), stream, firstVersion, events);
        node.engine().appendEvents(messages);
        return messages;
    }

    private static List<DomainEvent> eventsOf(Node node, UUID stream) {
        return node.reader().readStream(stream).stream().map(Recorded::event).toList();
    }

    @Test
    void what_was_appended_is_read_back_with_its_facts() {
        Node node = node();
        UUID stream = UUID.randomUUID();
        Facts facts = facts();
        node.engine().appendEvents(messages(facts, stream, 0, event(1)));

        Recorded read = node.reader().readStream(stream).getFirst();

        assertThat(read.event()).isEqualTo(event(1));
        assertThat(read.facts()).isEqualTo(facts);
        assertThat(read.version()).isZero();
        assertThat(read.position()).isPositive().isLessThanOrEqualTo(node.reader().head());
        assertThat(node.engine().readEvents(stream.toString()).next().getPayload())
                .isEqualTo(event(1));
    }

    @Test
    void a_stream_is_read_in_order_and_from_any_version() {
        Node node = node();
        UUID stream = UUID.randomUUID();
        append(node, stream, 0, 0, 1, 2);
        append(node, stream, 3, 3, 4);

        assertThat(eventsOf(node, stream))
                .containsExactly(event(0), event(1), event(2), event(3), event(4));
        assertThat(node.engine().readEvents(stream.toString(), 3).next().getPayload())
                .isEqualTo(event(3));
        assertThat(node.reader().readEvent(stream, 3).map(Recorded::event)).contains(event(3));
        assertThat(node.reader().readEvent(stream, 5)).isEmpty();
        assertThat(node.engine().lastSequenceNumberFor(stream.toString())).contains(4L);
        assertThat(node.engine().lastSequenceNumberFor(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void a_stream_shows_the_positions_that_its_events_have_in_the_log() {
        Node node = node();
        long before = node.reader().head();
        UUID stream = UUID.randomUUID();
        for (int version = 0; version < 60; version++) {
            append(node, stream, version, version);
            append(node, UUID.randomUUID(), 0, 1, 2);
        }
        restart();

        List<Recorded> ofStream = node().reader().readStream(stream);

        assertThat(ofStream)
                .hasSize(60)
                .isEqualTo(
                        node().reader().read(before, 1_000).stream()
                                .filter(event -> event.stream().equals(stream))
                                .toList());
    }

    @Test
    void an_append_tells_its_unit_of_work_the_position_of_its_last_event() {
        Node node = node();
        UUID stream = UUID.randomUUID();
        UnitOfWork<EventMessage<Object>> work =
                DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("any"));
        append(node, stream, 0, 0, 1, 2);
        long position = AppendedPosition.in(work).orElseThrow();
        work.rollback();

        assertThat(node.reader().read(position - 1, 1).getFirst().event()).isEqualTo(event(2));
        assertThat(node.reader().readStream(stream).getLast().position()).isEqualTo(position);
    }

    @Test
    void the_log_is_read_in_pages_from_any_position() {
        Node node = node();
        long before = node.reader().head();
        UUID stream = UUID.randomUUID();
        append(node, stream, 0, IntStream.range(0, 250).toArray());
        restart();

        LogReader reader = node().reader();
        List<DomainEvent> read = new ArrayList<>();
        for (List<Recorded> page = reader.read(before, 40);
                !page.isEmpty();
                page = reader.read(page.getLast().position(), 40)) {
            page.forEach(event -> read.add(event.event()));
        }

        assertThat(read)
                .isEqualTo(IntStream.range(0, 250).mapToObj(EventLogContract::event).toList());
        assertThat(reader.read(reader.head(), 10)).isEmpty();
        assertThat(reader.read(before + 249, 10)).hasSize(1);
    }

    private static void snapshot(Node node, UUID stream, long version, int events) {
        node.engine()
                .storeSnapshot(
                        new GenericDomainEventMessage<>(
                                "Counted", stream.toString(), version, new Counted(events)));
    }

    @Test
    void the_newest_snapshot_of_a_stream_is_read_back() {
        Node node = node();
        UUID stream = UUID.randomUUID();
        append(node, stream, 0, 0, 1, 2);
        assertThat(node.engine().readSnapshot(stream.toString())).isEmpty();
        snapshot(node, stream, 0, 1);
        snapshot(node, stream, 2, 3);

        DomainEventMessage<?> read = node().engine().readSnapshot(stream.toString()).orElseThrow();

        assertThat(read.getPayload()).isEqualTo(new Counted(3));
        assertThat(read.getSequenceNumber()).isEqualTo(2);
    }

    @Test
    void a_snapshot_of_another_revision_counts_as_none_until_the_next_one() {
        UUID stream = UUID.randomUUID();
        Node older = node(List.of(new SnapshotType(Counted.class, "Counted", 1)));
        append(older, stream, 0, 0, 1, 2);
        snapshot(older, stream, 2, 3);
        Node newer = node();
        assertThat(newer.engine().readSnapshot(stream.toString())).isEmpty();

        append(newer, stream, 3, 3);
        snapshot(newer, stream, 3, 4);

        assertThat(newer.engine().readSnapshot(stream.toString()).orElseThrow().getPayload())
                .isEqualTo(new Counted(4));
    }

    @Test
    void a_version_that_is_taken_is_a_conflict_and_stores_nothing() {
        Node node = node();
        UUID stream = UUID.randomUUID();
        append(node, stream, 0, 0);
        append(node, stream, 1, 1);

        assertThatThrownBy(() -> append(node, stream, 1, 7, 8))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(eventsOf(node, stream)).containsExactly(event(0), event(1));
    }

    @Test
    void an_append_to_two_streams_is_all_or_nothing() {
        Node node = node();
        UUID taken = UUID.randomUUID();
        UUID free = UUID.randomUUID();
        append(node, taken, 0, 0);
        List<DomainEventMessage<?>> both = new ArrayList<>();
        both.addAll(messages(facts(), free, 0, event(1)));
        both.addAll(messages(facts(), taken, 0, event(2)));

        assertThatThrownBy(() -> node.engine().appendEvents(both))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(eventsOf(node, free)).isEmpty();
        assertThat(eventsOf(node, taken)).containsExactly(event(0));
    }

    @Test
    void of_many_who_append_the_same_version_one_succeeds() throws Exception {
        Node node = node();
        UUID stream = UUID.randomUUID();
        int writers = 32;
        CountDownLatch start = new CountDownLatch(1);
        int succeeded = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                outcomes.add(
                        threads.submit(() -> {
                            start.await();
                            try {
                                append(node, stream, 0, number);
                                return true;
                            } catch (ConcurrencyException conflict) {
                                return false;
                            }
                        }));
            }
            start.countDown();
            for (Future<Boolean> outcome : outcomes) {
                succeeded += outcome.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
        }

        assertThat(succeeded).isEqualTo(1);
        assertThat(eventsOf(node, stream)).hasSize(1);
    }

    @Test
    void readers_see_every_position_in_order_while_32_writers_append_on_two_nodes()
            throws Exception {
        Node[] nodes = {node(), node()};
        long before = nodes[0].reader().head();
        int writers = 32;
        int each = 50;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Node node = nodes[writer % nodes.length];
                running.add(
                        threads.submit(() -> {
                            UUID stream = UUID.randomUUID();
                            for (int i = 0; i < each; i++) {
                                append(node, stream, i, i);
                            }
                        }));
            }
            Future<List<Long>> tail =
                    threads.submit(() -> follow(nodes[1], before, writers * each));
            for (Future<?> writer : running) {
                writer.get(60, TimeUnit.SECONDS);
            }
            assertThat(tail.get(60, TimeUnit.SECONDS))
                    .isEqualTo(
                            LongStream.rangeClosed(before + 1, before + (long) writers * each)
                                    .boxed()
                                    .toList());
        }
    }

    private static List<Long> follow(Node node, long after, int count) {
        List<Long> positions = new ArrayList<>();
        long last = after;
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (positions.size() < count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            for (Recorded event : node.reader().read(last, 100)) {
                positions.add(event.position());
                last = event.position();
            }
        }
        return positions;
    }

    @Test
    void an_append_on_one_node_wakes_a_reader_on_another() throws Exception {
        Node writer = node();
        Node sleeper = node();
        long head = sleeper.reader().head();
        CountDownLatch woken = new CountDownLatch(1);
        try (LogReader.Subscription subscription =
                sleeper.reader()
                        .onAppend(() -> {
                            if (sleeper.reader().head() > head) {
                                woken.countDown();
                            }
                        })) {
            append(writer, UUID.randomUUID(), 0, 1);
            assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_a_restart() {
        UUID stream = UUID.randomUUID();
        append(node(), stream, 0, 0, 1);

        restart();

        assertThat(eventsOf(node(), stream)).containsExactly(event(0), event(1));
        append(node(), stream, 2, 2);
        assertThat(eventsOf(node(), stream)).hasSize(3);
    }
}
