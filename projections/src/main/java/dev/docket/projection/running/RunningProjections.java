package dev.docket.projection.running;

import dev.docket.log.LogReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** All projections of a node, and beside them the indexes, as operators see them. */
public final class RunningProjections implements AutoCloseable {

    private final LogReader log;
    private final List<ProjectionRunner> runners = new ArrayList<>();
    private final Map<String, RunningView> views = new LinkedHashMap<>();
    private final Map<String, Follower> followers = new LinkedHashMap<>();

    public RunningProjections(
            List<Projection> projections,
            LogReader log,
            DataSource database,
            MeterRegistry metrics) {
        this(projections, List.of(), log, database, metrics);
    }

    /**
     * @param indexes run by others, who also close them
     */
    public RunningProjections(
            List<Projection> projections,
            List<Follower> indexes,
            LogReader log,
            DataSource database,
            MeterRegistry metrics) {
        this.log = log;
        for (Projection projection : projections) {
            ProjectionRunner runner = new ProjectionRunner(projection, log, database, metrics);
            runners.add(runner);
            views.put(projection.name(), new RunningView(runner, log));
        }
        followers.putAll(views);
        indexes.forEach(index -> followers.put(index.name(), index));
        followers.values().forEach(follower -> new Lag(follower, log, metrics));
    }

    List<Standing> standings() {
        long head = log.head();
        return followers.values().stream().map(follower -> Standing.of(follower, head)).toList();
    }

    Optional<Follower> find(String name) {
        return Optional.ofNullable(followers.get(name));
    }

    /**
     * Starts a view's rebuild; empty if one of it is running on this node.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public Optional<Rebuild> rebuild(String name) {
        RunningView view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("No view " + name);
        }
        return view.startRebuild();
    }

    /** Whether every view has made progress, or had nothing to do, within a time. */
    public boolean areProgressing(Duration within) {
        return runners.stream().allMatch(runner -> runner.sinceProgress().compareTo(within) < 0);
    }

    @Override
    public void close() {
        runners.forEach(ProjectionRunner::close);
    }
}
