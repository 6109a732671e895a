package dev.docket.log.postgres;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Writes the appends of all callers with one thread: whatever waits travels in one transaction, and
 * each append has its own outcome. Callers block until their own append is on disk.
 *
 * <p>At most {@link #WAITING} appends wait; a caller that finds no place, or whose outcome the
 * database does not tell in time, gets an {@link EventStoreException} and may repeat the command
 * under its key. The writer's deadline holds for all who wait: a timer for each would cost more
 * than the append.
 */
final class GroupCommitAppender implements AutoCloseable {

    private static final int WAITING = 4_096;

    /** More events a transaction win no throughput and cost latency. */
    private static final int EVENTS_PER_COMMIT = 512;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final BlockingQueue<PendingAppend> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AppendConnection connection;
    private final Runnable appended;
    private final Timer timer;
    private final DistributionSummary batchSize;
    private final Thread writer;
    private volatile boolean closed;

    GroupCommitAppender(DataSource database, Runnable appended, MeterRegistry metrics) {
        this.connection = new AppendConnection(database);
        this.appended = appended;
        this.timer =
                Timer.builder("docket.log.append").publishPercentileHistogram().register(metrics);
        this.batchSize = DistributionSummary.builder("docket.log.append.batch").register(metrics);
        metrics.gaugeCollectionSize("docket.log.append.waiting", List.of(), waiting);
        this.writer = Thread.ofPlatform().name("docket-log-append").start(this::writeUntilClosed);
    }

    /** Returns the position of the last of the rows, once they are on disk. */
    long append(List<EventRow> rows) {
        PendingAppend append = new PendingAppend(rows);
        long started = System.nanoTime();
        try {
            if (closed || !waiting.offer(append, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new EventStoreException("The log takes no appends at the moment");
            }
            if (closed && waiting.remove(append)) {
                throw closed();
            }
            return append.lastPosition().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new EventStoreException("The append failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while waiting for the log", e);
        } finally {
            timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private void writeUntilClosed() {
        List<PendingAppend> batch = new ArrayList<>();
        try {
            while (!closed || !waiting.isEmpty()) {
                gather(batch);
                if (!batch.isEmpty()) {
                    writeOrFail(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whatever ended the writer, nobody waits for it any more.
            closed = true;
            batch.forEach(append -> append.failed(closed()));
            waiting.forEach(append -> append.failed(closed()));
            connection.close();
        }
    }

    private void writeOrFail(List<PendingAppend> batch) {
        try {
            write(batch);
        } catch (RuntimeException e) {
            batch.forEach(append -> append.failed(e));
        }
    }

    /** Whoever came while the database was away shares the outcome instead of waiting as long. */
    private void failWaiting(EventStoreException failure) {
        List<PendingAppend> late = new ArrayList<>();
        waiting.drainTo(late);
        late.forEach(append -> append.failed(failure));
    }

    private static EventStoreException closed() {
        return new EventStoreException("The log was closed");
    }

    private void gather(List<PendingAppend> batch) throws InterruptedException {
        PendingAppend next = waiting.poll(1, TimeUnit.SECONDS);
        int events = 0;
        while (next != null) {
            batch.add(next);
            events += next.rows().size();
            next = events < EVENTS_PER_COMMIT ? waiting.poll() : null;
        }
    }

    /**
     * Writes what can be written; conflicts fail alone, a lost connection is asked for the truth.
     */
    private void write(List<PendingAppend> batch) {
        List<PendingAppend> open = List.copyOf(batch);
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!open.isEmpty()) {
            try {
                commit(open);
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    EventStoreException failure =
                            new EventStoreException("The log's database is away", e);
                    open.forEach(append -> append.failed(failure));
                    failWaiting(failure);
                    return;
                }
                open = settle(open, e);
            }
        }
    }

    private void commit(List<PendingAppend> batch) throws SQLException {
        List<EventRow> rows = batch.stream().flatMap(append -> append.rows().stream()).toList();
        long position = connection.append(rows);
        batchSize.record(rows.size());
        for (PendingAppend append : batch) {
            position += append.rows().size();
            append.succeeded(position);
        }
        appended.run();
    }

    /**
     * Completes the appends whose outcome the log shows; returns those that are to be tried again.
     */
    private List<PendingAppend> settle(List<PendingAppend> batch, SQLException failure) {
        try {
            return connection.settle(batch, failure);
        } catch (SQLException stillAway) {
            connection.pauseBeforeReconnect();
            return batch;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            writer.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
