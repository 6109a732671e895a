package dev.docket.projection.running;

import dev.docket.event.Recorded;
import dev.docket.log.LogReader;
import dev.docket.log.UnreadableEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that this node runs. Its rebuilds are known to the node that they run on. */
final class RunningView implements Follower {

    private final ProjectionRunner runner;
    private final Projection projection;
    private final ProjectionStore store;
    private final LogReader log;
    private @Nullable Rebuild rebuild;

    RunningView(ProjectionRunner runner, LogReader log) {
        this.runner = runner;
        this.projection = runner.projection();
        this.store = runner.store();
        this.log = log;
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public long position() {
        return store.token();
    }

    @Override
    public Duration sinceProgress() {
        return runner.sinceProgress();
    }

    /** Starts a rebuild; empty if one is running on this node. */
    synchronized Optional<Rebuild> startRebuild() {
        if (rebuild != null && rebuild.isRunning()) {
            return Optional.empty();
        }
        Rebuild started = new Rebuild(projection, store, log);
        rebuild = started;
        Thread.ofPlatform().daemon().name("docket-rebuild").start(started);
        return Optional.of(started);
    }

    @Override
    public Optional<Rebuild.Progress> rebuild() {
        return startRebuild().map(Rebuild::progress);
    }

    @Override
    public synchronized Optional<Rebuild.Progress> lastRebuild() {
        return Optional.ofNullable(rebuild).map(Rebuild::progress);
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return store.deadLetters();
    }

    @Override
    public long countDeadLetters() {
        return store.countDeadLetters();
    }

    /** Applies a stream's dead letters in order, up to the first that fails again. */
    @Override
    public OptionalInt retry(long position) {
        return store.transaction(jdbc -> {
            store.awaitToken();
            List<Long> parked =
                    jdbc.sql(
                                    """
                                    SELECT d.position FROM dead_letter d
                                    JOIN dead_letter asked ON asked.stream = d.stream
                                    WHERE asked.position = ? ORDER BY d.position
                                    """)
                            .param(position)
                            .query(Long.class)
                            .list();
            return parked.isEmpty() ? OptionalInt.empty() : OptionalInt.of(apply(parked, jdbc));
        });
    }

    private int apply(List<Long> parked, JdbcClient jdbc) {
        int applied = 0;
        for (long next : parked) {
            Recorded event = log.read(next - 1, 1).getFirst();
            if (event.event() instanceof UnreadableEvent unreadable) {
                blame(next, unreadable.reason(), jdbc);
                return applied;
            }
            try {
                store.nested(() -> projection.apply(List.of(event), jdbc));
            } catch (StoreAwayException away) {
                throw away;
            } catch (RuntimeException again) {
                blame(next, again.toString(), jdbc);
                return applied;
            }
            jdbc.sql("DELETE FROM dead_letter WHERE position = ?").param(next).update();
            applied++;
        }
        return applied;
    }

    private static void blame(long position, String cause, JdbcClient jdbc) {
        jdbc.sql("UPDATE dead_letter SET cause = ? WHERE position = ?")
                .params(cause, position)
                .update();
    }

    @Override
    public boolean evict(long position) {
        return store.transaction(jdbc ->
                jdbc.sql("DELETE FROM dead_letter WHERE position = ?").param(position).update()
                        == 1);
    }
}
