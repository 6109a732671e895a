package dev.docket.projection.search;

import dev.docket.index.IndexNames;
import dev.docket.log.AppendSignal;
import dev.docket.log.LogReader;
import dev.docket.projection.running.Follower;
import dev.docket.projection.search.IndexKeeper.Outcome;
import dev.docket.projection.search.IndexRegistry.Marks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a search index up with a view, with a thread of its own: while Elasticsearch is away it
 * waits, and nothing else does. On several nodes one works and the others stand by.
 */
public final class Indexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Fewer, fuller bulks: one costs Elasticsearch about as much as the ten documents in it. */
    private static final Duration PACE = Duration.ofMillis(50);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataSource database;
    private final IndexedView view;
    private final String schema;
    private final LogReader log;
    private final IndexRegistry registry;
    private final ParkedDocuments parked;
    private final IndexKeeper keeper;
    private final AppendSignal appended;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;
    private long reconciledNanos;
    private @Nullable Marks seen;
    private volatile long progressNanos = System.nanoTime();

    Indexer(IndexedView view, IndexNames names, IndexStores stores) {
        this(view, names, new BulkWriter(stores.elasticsearch()), stores);
    }

    /**
     * @param writer makes the view's documents those of the index
     */
    Indexer(IndexedView view, IndexNames names, DocumentWriter writer, IndexStores stores) {
        this.database = stores.database();
        this.view = view;
        this.schema = view.schema();
        this.log = stores.log();
        this.registry = new IndexRegistry(database, schema);
        this.parked = new ParkedDocuments(view, registry, writer, names);
        this.keeper =
                new IndexKeeper(
                        view,
                        registry,
                        new PhysicalIndexes(
                                stores.elasticsearch(), names, view.shape(), stores.clock()),
                        writer,
                        names);
        this.appended = new AppendSignal(log);
        this.thread = Thread.ofPlatform().name("docket-" + schema).start(this::runUntilClosed);
    }

    /** The index as operators see and steer it. */
    Follower follower() {
        return new RunningIndex(this, view, registry, parked);
    }

    /**
     * Has another index made in the place of the serving one, which serves until then, by whichever
     * node leads; whether none was being made already.
     */
    boolean rebuild() {
        boolean asked = registry.outdate();
        appended.wake();
        return asked;
    }

    /** How long ago this node made a step, or saw that another one did or had none to make. */
    Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - progressNanos);
    }

    private void runUntilClosed() {
        while (isOpen()) {
            try {
                registry.migrate();
                leadUntilClosed();
            } catch (SQLException | RuntimeException | Error failure) {
                LOG.warn("{} waits {} ms: {}", schema, pause.toMillis(), failure.toString());
                pause(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void leadUntilClosed() throws SQLException {
        Optional<Leadership> sought = Leadership.seek(database, schema);
        if (sought.isEmpty()) {
            watchTheLeader();
            pause(POLL);
            return;
        }
        try (Leadership leadership = sought.get()) {
            reconcile();
            keeper.cleanUp();
            while (isOpen() && leadership.stands()) {
                Outcome outcome = keeper.step();
                pause = FIRST_PAUSE;
                progressNanos = System.nanoTime();
                if (outcome == Outcome.UP_TO_DATE) {
                    waitForMore();
                }
            }
        }
    }

    private void watchTheLeader() {
        Marks marks = registry.marks();
        if (!marks.equals(seen) || marks.position() >= log.head()) {
            seen = marks;
            progressNanos = System.nanoTime();
        }
    }

    private void waitForMore() {
        if (registry.position() >= log.head()) {
            awaitAppend();
        }
        if (System.nanoTime() - reconciledNanos > POLL.toNanos()) {
            reconcile();
        }
        pause(PACE);
    }

    private void reconcile() {
        keeper.reconcile();
        reconciledNanos = System.nanoTime();
    }

    private void awaitAppend() {
        try {
            appended.await(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private void pause(Duration longest) {
        try {
            closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Ends after the batch at hand. */
    @Override
    public void close() {
        closed.countDown();
        appended.close();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
