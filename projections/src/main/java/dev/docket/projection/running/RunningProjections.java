package dev.docket.projection.running;

import dev.docket.event.Recorded;
import dev.docket.log.LogReader;
import dev.docket.log.UnreadableEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All projections of a node, and what operators may do to them. */
public final class RunningProjections implements AutoCloseable {

    private final LogReader log;
    private final Map<String, ProjectionRunner> runners = new LinkedHashMap<>();
    private final Map<String, Rebuild> rebuilds = new ConcurrentHashMap<>();

    public RunningProjections(
            List<Projection> projections,
            LogReader log,
            DataSource database,
            MeterRegistry metrics) {
        this.log = log;
        for (Projection projection : projections) {
            runners.put(
                    projection.name(), new ProjectionRunner(projection, log, database, metrics));
        }
    }

    /**
     * @param lagEvents events in the log that the view does not show yet
     */
    public record Standing(
            String name, long position, long head, long lagEvents, long deadLetters) {}

    List<Standing> standings() {
        long head = log.head();
        return runners.values().stream()
                .map(runner -> {
                    long position = runner.store().token();
                    return new Standing(
                            runner.projection().name(),
                            position,
                            head,
                            Math.max(0, head - position),
                            runner.store().countDeadLetters());
                })
                .toList();
    }

    Optional<ProjectionRunner> find(String name) {
        return Optional.ofNullable(runners.get(name));
    }

    /**
     * Starts a rebuild; empty if one of this projection is running on this node.
     *
     * @throws IllegalArgumentException if there is no such projection
     */
    public Optional<Rebuild> rebuild(String name) {
        return rebuild(
                find(name).orElseThrow(() -> new IllegalArgumentException("No view " + name)));
    }

    synchronized Optional<Rebuild> rebuild(ProjectionRunner runner) {
        Rebuild running = rebuilds.get(runner.projection().name());
        if (running != null && running.isRunning()) {
            return Optional.empty();
        }
        Rebuild rebuild = new Rebuild(runner.projection(), runner.store(), log);
        rebuilds.put(runner.projection().name(), rebuild);
        Thread.ofPlatform().daemon().name("docket-rebuild").start(rebuild);
        return Optional.of(rebuild);
    }

    Optional<Rebuild> lastRebuild(String name) {
        return Optional.ofNullable(rebuilds.get(name));
    }

    /**
     * Applies a stream's dead letters in order, up to the first that fails again.
     *
     * @return how many were applied
     */
    int retry(ProjectionRunner runner, long position) {
        ProjectionStore store = runner.store();
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
            int applied = 0;
            for (long next : parked) {
                Recorded event = log.read(next - 1, 1).getFirst();
                if (event.event() instanceof UnreadableEvent unreadable) {
                    blame(next, unreadable.reason(), jdbc);
                    return applied;
                }
                try {
                    store.nested(() -> runner.projection().apply(List.of(event), jdbc));
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
        });
    }

    private static void blame(long position, String cause, JdbcClient jdbc) {
        jdbc.sql("UPDATE dead_letter SET cause = ? WHERE position = ?")
                .params(cause, position)
                .update();
    }

    /** Gives an event up for this view; whether there was such a dead letter. */
    boolean evict(ProjectionRunner runner, long position) {
        return runner.store()
                .transaction(jdbc ->
                        jdbc.sql("DELETE FROM dead_letter WHERE position = ?")
                                        .param(position)
                                        .update()
                                == 1);
    }

    /** Whether every view has made progress, or had nothing to do, within a time. */
    public boolean areProgressing(Duration within) {
        return runners.values().stream()
                .allMatch(runner -> runner.sinceProgress().compareTo(within) < 0);
    }

    @Override
    public void close() {
        runners.values().forEach(ProjectionRunner::close);
    }
}
