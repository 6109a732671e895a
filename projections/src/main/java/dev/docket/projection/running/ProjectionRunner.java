package dev.docket.projection.running;

import dev.docket.event.Recorded;
import dev.docket.log.AppendSignal;
import dev.docket.log.LogReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one projection up with the log, with one thread. Any number of nodes may run it: whoever
 * holds the token's row works, the others look again at the next wake-up, so that a node that dies
 * is replaced within a second and nothing is applied twice.
 */
final class ProjectionRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    /** Larger batches win little and hold the row locks longer. */
    private static final int BATCH = 2_000;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Projection projection;
    private final LogReader log;
    private final ProjectionStore store;
    private final BatchApplier applier;
    private final Timer batches;
    private final AppendSignal appended;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long position;
    private volatile long progressNanos = System.nanoTime();

    ProjectionRunner(
            Projection projection, LogReader log, DataSource database, MeterRegistry metrics) {
        this.projection = projection;
        this.log = log;
        this.store = new ProjectionStore(database, projection.name(), projection.name());
        this.applier = new BatchApplier(projection, store);
        this.batches =
                Timer.builder("docket.projection.batch")
                        .tag("projection", projection.name())
                        .register(metrics);
        this.appended = new AppendSignal(log);
        this.thread =
                Thread.ofPlatform().name("docket-" + projection.name()).start(this::runUntilClosed);
    }

    Projection projection() {
        return projection;
    }

    ProjectionStore store() {
        return store;
    }

    /** Where the view was when this node last looked. */
    long position() {
        return position;
    }

    Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - progressNanos);
    }

    private void runUntilClosed() {
        Duration pause = POLL;
        boolean migrated = false;
        while (!closed) {
            try {
                if (!migrated) {
                    store.migrate();
                    migrated = true;
                }
                if (applyNext() < BATCH) {
                    sleep(POLL);
                }
                pause = POLL;
            } catch (RuntimeException | Error failure) {
                LOG.warn(
                        "Projection {} waits {} s: {}",
                        projection.name(),
                        pause.toSeconds(),
                        failure.toString());
                sleep(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
        }
    }

    /** Waits for an append or a while. */
    private void sleep(Duration longest) {
        try {
            appended.await(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Applies one batch and returns its size; 0 if there is none, or another node is at it. */
    private int applyNext() {
        return store.transaction(jdbc -> {
            Optional<Long> token = store.lockToken();
            if (token.isEmpty()) {
                return 0;
            }
            List<Recorded> batch = log.read(token.get(), BATCH);
            if (batch.isEmpty()) {
                progressed(token.get());
                return 0;
            }
            long to = batch.getLast().position();
            batches.record(() -> applier.apply(batch, jdbc));
            store.moveToken(token.get(), to);
            progressed(to);
            return batch.size();
        });
    }

    private void progressed(long to) {
        position = to;
        progressNanos = System.nanoTime();
    }

    /** Ends after the batch at hand. */
    @Override
    public void close() {
        closed = true;
        appended.close();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
