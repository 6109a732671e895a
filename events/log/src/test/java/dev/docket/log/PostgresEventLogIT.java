package dev.docket.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonId;
import dev.docket.log.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class PostgresEventLogIT extends EventLogContract {

    private final HikariDataSource database = TestDatabase.createWithLog();
    private final List<PostgresLog> open = new ArrayList<>();

    @Override
    Node node(List<SnapshotType> snapshotTypes) {
        PostgresLog log =
                new PostgresLog(
                        database, EventJson.released(), snapshotTypes, new SimpleMeterRegistry());
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
        open.forEach(PostgresLog::close);
        open.clear();
    }

    @AfterEach
    void close() {
        restart();
        database.close();
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

    /**
     * The stock JDBC engine gives up on a position whose transaction stays open for a minute; here
     * nobody gets a later position, so there is nothing to give up.
     */
    @Test
    void an_append_that_stays_open_hides_nothing_however_long_it_takes() throws Exception {
        Node node = node();
        append(node, UUID.randomUUID(), 0);
        long head = node.reader().head();
        UUID slow = UUID.randomUUID();
        CompletableFuture<Void> other;
        try (Connection writer = database.getConnection()) {
            writer.setAutoCommit(false);
            callAppend(writer, slow);
            other = CompletableFuture.runAsync(() -> append(node, UUID.randomUUID(), 0));
            CountDownLatch polls = new CountDownLatch(3);
            try (LogReader.Subscription polling = node.reader().onAppend(polls::countDown)) {
                assertThat(polling).isNotNull();
                assertThat(polls.await(10, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(node.reader().read(head, 10)).isEmpty();
            assertThat(other).isNotDone();
            writer.commit();
        }
        other.get(10, TimeUnit.SECONDS);

        assertThat(node.reader().read(head, 10))
                .extracting(event -> event.position())
                .containsExactly(head + 1, head + 2);
        assertThat(node.reader().read(head, 1).getFirst().stream()).isEqualTo(slow);
    }

    private static void callAppend(Connection connection, UUID stream) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    SELECT log.append(ARRAY['%s']::uuid[], ARRAY[0]::bigint[],
                        ARRAY[gen_random_uuid()], ARRAY['PersonReactivated'], ARRAY[1]::bigint[],
                        ARRAY[extract(epoch FROM now() - interval '1 hour')::bigint * 1000000],
                        ARRAY[convert_to('{"person":"%s"}', 'UTF8')],
                        ARRAY[(SELECT facts FROM log.event LIMIT 1)])
                    """
                            .formatted(stream, stream));
        }
    }

    @Test
    void connections_that_are_cut_lose_no_append_and_double_none() throws Exception {
        Node node = node();
        int streams = 8;
        int each = 40;
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        List<UUID> names = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            UUID stream = UUID.randomUUID();
            names.add(stream);
            writers.add(
                    CompletableFuture.runAsync(
                            () -> {
                                for (int version = 0; version < each; version++) {
                                    append(node, stream, version);
                                }
                            },
                            task -> Thread.ofVirtual().start(task)));
        }
        CompletableFuture<Void> all =
                CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            cutAllConnections();
            all.copy().completeOnTimeout(null, 50, TimeUnit.MILLISECONDS).join();
        }
        all.join();

        // The last cut may still be met by a reader, who then asks again.
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> {
                    for (UUID stream : names) {
                        assertThat(node.reader().readStream(stream)).hasSize(each);
                    }
                    assertThat(node.reader().head()).isEqualTo((long) streams * each);
                });
    }

    @Test
    void a_lost_listener_comes_back_by_itself() throws Exception {
        Node writer = node();
        Node reader = node();
        cutAllConnections();
        append(writer, UUID.randomUUID(), 0);
        CountDownLatch woken = new CountDownLatch(5);
        try (LogReader.Subscription subscription = reader.reader().onAppend(woken::countDown)) {
            assertThat(subscription).isNotNull();
            assertThat(woken.await(Duration.ofSeconds(15).toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(reader.reader().read(0, 10)).hasSize(1);
    }

    private void cutAllConnections() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.getJdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
        }
    }
}
