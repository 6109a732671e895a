package dev.docket.benchmark.view;

import dev.docket.benchmark.measuring.Measured;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;

/**
 * Looks at the list's token every millisecond and times how long positions take to get there, so
 * that a lag is measured up to two milliseconds too long and never too short.
 */
final class Watch implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    private final DataSource database;
    private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();
    private final Histogram lags = new Histogram(3);
    private final Thread looking;
    private volatile boolean closed;

    private record Expected(long position, long committedNanos) {}

    Watch(DataSource database) {
        this.database = database;
        this.looking = Thread.ofPlatform().name("watch").start(this::look);
    }

    /** A commit has just been answered; its view should follow. */
    void expect(long position) {
        expected.add(new Expected(position, System.nanoTime()));
    }

    private void look() {
        while (!closed) {
            long reached = Progress.token(database, "tickets");
            long now = System.nanoTime();
            expected.removeIf(waiting -> {
                if (waiting.position() > reached) {
                    return false;
                }
                lags.recordValue(Math.max(0, now - waiting.committedNanos()));
                return true;
            });
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The lags of all that was expected, once all of it is in the view. */
    Measured lag(Duration duration) {
        Progress.await(expected::isEmpty);
        close();
        return Measured.of(lags, 0, duration);
    }

    @Override
    public void close() {
        closed = true;
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
