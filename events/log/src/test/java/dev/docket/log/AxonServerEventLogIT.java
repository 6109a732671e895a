package dev.docket.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonId;
import dev.docket.log.axonserver.AxonServerLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * On a server that other tests, and earlier runs, have written to: streams are new in each test.
 */
@EnabledIfSystemProperty(
        named = AxonServerEventLogIT.ADDRESS,
        matches = ".+",
        disabledReason = "needs an Axon Server: -Ddocket.axon-server=HOST:PORT")
class AxonServerEventLogIT extends EventLogContract {

    static final String ADDRESS = "docket.axon-server";

    private final List<AxonServerLog> open = new ArrayList<>();

    @Override
    Node node(List<SnapshotType> snapshotTypes) {
        return node(System.getProperty(ADDRESS), snapshotTypes);
    }

    private Node node(String address, List<SnapshotType> snapshotTypes) {
        AxonServerLog log =
                new AxonServerLog(
                        address, EventJson.released(), snapshotTypes, new SimpleMeterRegistry());
        open.add(log);
        return new Node() {
            @Override
            public EventStorageEngine engine() {
                return log.engine();
            }

            @Override
            public LogReader reader() {
                return log.reader();
            }
        };
    }

    @Override
    void restart() {
        open.forEach(AxonServerLog::close);
        open.clear();
    }

    @AfterEach
    void close() {
        restart();
    }

    private static void append(Node node, UUID stream, long version) {
        node.engine()
                .appendEvents(
                        TestLog.messages(
                                TestLog.facts(),
                                stream,
                                version,
                                new PersonRenamed(new PersonId(stream), "a", "b")));
    }

    @Test
    void connections_that_are_cut_lose_no_append_and_double_none() throws Exception {
        int streams = 8;
        int each = 40;
        try (CuttableProxy way = new CuttableProxy(System.getProperty(ADDRESS))) {
            Node node = node(way.address(), List.of());
            long before = node.reader().head();
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                UUID stream = UUID.randomUUID();
                writers.add(
                        CompletableFuture.runAsync(
                                () -> {
                                    for (int version = 0; version < each; version++) {
                                        append(node, stream, version);
                                    }
                                    assertThat(node.reader().readStream(stream)).hasSize(each);
                                },
                                task -> Thread.ofVirtual().start(task)));
            }
            CompletableFuture<Void> all =
                    CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
            for (int cut = 0; cut < 5 || !all.isDone(); cut++) {
                way.cut();
                all.copy().completeOnTimeout(null, 1_500, TimeUnit.MILLISECONDS).join();
            }
            all.join();

            assertThat(node.reader().head()).isEqualTo(before + (long) streams * each);
        }
    }

    @Test
    void a_server_that_is_away_is_waited_for_and_found_again() throws Exception {
        try (CuttableProxy way = new CuttableProxy(System.getProperty(ADDRESS))) {
            Node node = node(way.address(), List.of());
            UUID stream = UUID.randomUUID();
            append(node, stream, 0);
            way.goAway();
            CompletableFuture<Void> append =
                    CompletableFuture.runAsync(() -> append(node, stream, 1));
            assertThatThrownBy(() -> node.reader().head()).isInstanceOf(EventStoreException.class);
            assertThat(append).isNotDone();

            way.comeBack();

            append.get(30, TimeUnit.SECONDS);
            assertThat(node.reader().readStream(stream)).hasSize(2);
            long head = node.reader().head();
            CountDownLatch woken = new CountDownLatch(1);
            try (LogReader.Subscription subscription =
                    node.reader()
                            .onAppend(() -> {
                                if (!node.reader().read(head, 1).isEmpty()) {
                                    woken.countDown();
                                }
                            })) {
                append(node(), UUID.randomUUID(), 0);
                assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(subscription).isNotNull();
            }
        }
    }
}
