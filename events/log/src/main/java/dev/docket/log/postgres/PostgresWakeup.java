package dev.docket.log.postgres;

import dev.docket.log.LogReader.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Wakes readers when events were appended: at once for appends of this process, by NOTIFY for those
 * of others, and once a second in any case, so that a lost connection only costs time.
 */
final class PostgresWakeup implements AutoCloseable {

    private static final int POLL_MILLIS = 1_000;

    private final DataSource database;
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean closed;

    PostgresWakeup(DataSource database) {
        this.database = database;
        this.listener = Thread.ofPlatform().daemon().name("docket-log-listen").start(this::listen);
    }

    Subscription subscribe(Runnable wake) {
        sleepers.add(wake);
        return () -> sleepers.remove(wake);
    }

    void wakeAll() {
        sleepers.forEach(Runnable::run);
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN docket_log");
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (!closed) {
                    postgres.getNotifications(POLL_MILLIS);
                    wakeAll();
                }
                statement.execute("UNLISTEN docket_log");
            } catch (SQLException lost) {
                wakeAll();
                LockSupport.parkNanos(Duration.ofMillis(POLL_MILLIS).toNanos());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
