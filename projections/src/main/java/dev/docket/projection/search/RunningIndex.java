package dev.docket.projection.search;

import dev.docket.projection.running.DeadLetter;
import dev.docket.projection.running.Follower;
import dev.docket.projection.running.Rebuild;
import dev.docket.projection.running.Rebuild.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An index as operators see and steer it. All of it is in the database, so that any node answers
 * and whichever leads does what was asked for.
 */
final class RunningIndex implements Follower {

    private final Indexer indexer;
    private final IndexedView view;
    private final IndexRegistry registry;
    private final ParkedDocuments parked;

    RunningIndex(
            Indexer indexer, IndexedView view, IndexRegistry registry, ParkedDocuments parked) {
        this.indexer = indexer;
        this.view = view;
        this.registry = registry;
        this.parked = parked;
    }

    @Override
    public String name() {
        return view.schema();
    }

    @Override
    public long position() {
        return registry.position();
    }

    @Override
    public Duration sinceProgress() {
        return indexer.sinceProgress();
    }

    @Override
    public Optional<Rebuild.Progress> rebuild() {
        return indexer.rebuild() ? Optional.of(progress()) : Optional.empty();
    }

    @Override
    public Optional<Rebuild.Progress> lastRebuild() {
        return Optional.of(progress());
    }

    private Rebuild.Progress progress() {
        IndexBuild build = registry.newestBuild();
        long written = build.documents();
        return build.serves()
                ? Rebuild.Progress.ofIndex(name(), State.DONE, written, written, build.seconds())
                : Rebuild.Progress.ofIndex(
                        name(),
                        State.RUNNING,
                        written,
                        written + view.countAfter(build.change()),
                        build.seconds());
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return parked.list();
    }

    @Override
    public long countDeadLetters() {
        return parked.count();
    }

    @Override
    public OptionalInt retry(long position) {
        return parked.retry(position);
    }

    @Override
    public boolean evict(long position) {
        return parked.evict(position);
    }
}
