package dev.docket.projection.running;

import dev.docket.event.Recorded;
import dev.docket.log.LogReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds a view anew beside the serving one and puts it in its place in one step. A rebuild that is
 * interrupted leaves the serving view untouched; the next one starts from nothing.
 */
public final class Rebuild implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 5_000;

    private final Projection serving;
    private final ProjectionStore store;
    private final ProjectionStore next;
    private final LogReader log;
    private final long startedNanos = System.nanoTime();
    private volatile State state = State.RUNNING;
    private volatile long position;
    private volatile long head;
    private volatile long endedNanos;
    private volatile String failure = "";

    /** How far a rebuild has come. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param percent of the log as it was when last looked at
     * @param failure why it failed, or empty
     */
    public record Progress(
            String projection,
            State state,
            long position,
            long head,
            double percent,
            long eventsPerSecond,
            String failure) {}

    Rebuild(Projection serving, ProjectionStore store, LogReader log) {
        this.serving = serving;
        this.store = store;
        this.next = store.next();
        this.log = log;
    }

    public Progress progress() {
        long until = state == State.RUNNING ? System.nanoTime() : endedNanos;
        double seconds = Math.max(1e-3, Duration.ofNanos(until - startedNanos).toMillis() / 1e3);
        return new Progress(
                serving.name(),
                state,
                position,
                head,
                head == 0 ? 100 : Math.min(100, 100.0 * position / head),
                Math.round(position / seconds),
                failure);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    @Override
    public void run() {
        try {
            Projection copy = serving.rebuilding();
            BatchApplier applier = new BatchApplier(copy, next);
            next.drop();
            next.migrate();
            List<String> indexes = next.dropIndexes();
            head = log.head();
            fill(applier);
            next.createIndexes(indexes);
            switchOver(copy, applier);
            store.dropOld();
            state = State.DONE;
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} failed; the old view serves on", serving.name(), e);
            failure = e.toString();
            state = State.FAILED;
        } finally {
            endedNanos = System.nanoTime();
        }
    }

    /** Reads the next batch while the last one is applied. */
    private void fill(BatchApplier applier) {
        CompletableFuture<List<Recorded>> reading = readAfter(0);
        for (List<Recorded> batch = reading.join(); !batch.isEmpty(); batch = reading.join()) {
            reading = readAfter(batch.getLast().position());
            apply(batch, applier);
        }
    }

    private CompletableFuture<List<Recorded>> readAfter(long token) {
        return CompletableFuture.supplyAsync(
                () -> log.read(token, BATCH), Thread::startVirtualThread);
    }

    private void apply(List<Recorded> batch, BatchApplier applier) {
        next.transaction(jdbc -> {
            apply(batch, next.awaitToken(), applier, jdbc);
            return position;
        });
        head = Math.max(head, position);
    }

    private void apply(List<Recorded> batch, long token, BatchApplier applier, JdbcClient jdbc) {
        applier.apply(batch, jdbc);
        position = batch.getLast().position();
        next.moveToken(token, position);
    }

    /**
     * While the serving view's token is held, nothing moves it, so the copy can catch up with it.
     */
    private void switchOver(Projection copy, BatchApplier applier) {
        next.transaction(jdbc -> {
            store.enter();
            long served = store.awaitToken();
            next.enter();
            long token = next.awaitToken();
            while (token < served) {
                apply(log.read(token, BATCH), token, applier, jdbc);
                token = position;
            }
            copy.switchOver();
            next.takePlace();
            return token;
        });
    }
}
