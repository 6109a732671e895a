package dev.docket.projection.running;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.event.Recorded;
import dev.docket.log.LogReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
     * How a rebuild goes: a view is built from events, an index from the documents of its view.
     *
     * @param position how far it has come: in the log, or in documents
     * @param head how far it has to come, as it was when last looked at
     * @param percent of the head
     * @param eventsPerSecond of a view; absent of an index
     * @param documentsPerSecond of an index; absent of a view
     * @param failure why it failed, or empty; that of an index goes on until it is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            String projection,
            State state,
            long position,
            long head,
            double percent,
            @Nullable Long eventsPerSecond,
            @Nullable Long documentsPerSecond,
            String failure) {

        /**
         * @param seconds that it has been going on, or took
         */
        public static Progress ofIndex(
                String index, State state, long written, long all, double seconds) {
            return new Progress(
                    index,
                    state,
                    written,
                    all,
                    percent(written, all),
                    null,
                    perSecond(written, seconds),
                    "");
        }

        private static double percent(long position, long head) {
            return head == 0 ? 100 : Math.min(100, 100.0 * position / head);
        }

        private static long perSecond(long done, double seconds) {
            return Math.round(done / Math.max(1e-3, seconds));
        }
    }

    Rebuild(Projection serving, ProjectionStore store, LogReader log) {
        this.serving = serving;
        this.store = store;
        this.next = store.next();
        this.log = log;
    }

    public Progress progress() {
        long until = state == State.RUNNING ? System.nanoTime() : endedNanos;
        double seconds = Duration.ofNanos(until - startedNanos).toMillis() / 1e3;
        return new Progress(
                serving.name(),
                state,
                position,
                head,
                Progress.percent(position, head),
                Progress.perSecond(position, seconds),
                null,
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
            // What was appended while the indexes were made, so that the switch is short.
            fill(applier);
            switchOver(copy, applier);
            state = State.DONE;
            store.dropOld();
        } catch (RuntimeException | Error e) {
            if (state == State.DONE) {
                LOG.warn("The old {} is still there; the next rebuild drops it", serving.name(), e);
                return;
            }
            LOG.error("The rebuild of {} failed; the old view serves on", serving.name(), e);
            failure = e.toString();
            state = State.FAILED;
        } finally {
            endedNanos = System.nanoTime();
        }
    }

    /** Reads the next batch while the last one is applied, up to the head of the log. */
    private void fill(BatchApplier applier) {
        CompletableFuture<List<Recorded>> reading = readAfter(position);
        boolean more = true;
        while (more) {
            List<Recorded> batch = reading.join();
            more = batch.size() == BATCH;
            if (more) {
                reading = readAfter(batch.getLast().position());
            }
            if (!batch.isEmpty()) {
                next.transaction(jdbc -> apply(batch, ownToken(), applier, jdbc));
                head = Math.max(head, position);
            }
        }
    }

    private CompletableFuture<List<Recorded>> readAfter(long token) {
        return CompletableFuture.supplyAsync(
                () -> log.read(token, BATCH), Thread::startVirtualThread);
    }

    /** The copy's token, which only this rebuild moves: of two that meet, one ends here. */
    private long ownToken() {
        long token = next.awaitToken();
        if (token != position) {
            throw new IllegalStateException(
                    "Another node rebuilds %s as well".formatted(serving.name()));
        }
        return token;
    }

    private long apply(List<Recorded> batch, long token, BatchApplier applier, JdbcClient jdbc) {
        applier.apply(batch, jdbc);
        position = batch.getLast().position();
        next.moveToken(token, position);
        return position;
    }

    /**
     * While the serving view's token is held, nothing moves it, so the copy can catch up with it.
     */
    private void switchOver(Projection copy, BatchApplier applier) {
        next.transaction(jdbc -> {
            store.enter();
            long served = store.awaitToken();
            next.enter();
            long token = ownToken();
            while (token < served) {
                token = apply(log.read(token, BATCH), token, applier, jdbc);
            }
            copy.switchOver();
            next.takePlace();
            return token;
        });
    }
}
