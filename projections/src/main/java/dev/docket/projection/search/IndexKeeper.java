package dev.docket.projection.search;

import dev.docket.index.IndexNames;
import dev.docket.projection.search.IndexedView.Batch;
import dev.docket.projection.search.IndexedView.Source;
import dev.docket.projection.search.PhysicalIndex.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what the indexes need next, a step at a time: the serving one follows the view, and where
 * it is missing or outdated another one is built beside it. Every step can be repeated, by any
 * node, after any interruption.
 */
final class IndexKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    /** So many rows are read and written at a time; bulks are cut by their size. */
    private static final int BATCH = 500;

    /** A new index is filled by more at a time. */
    private static final int BUILT_AT_ONCE = 1_000;

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final IndexedView view;
    private final IndexRegistry registry;
    private final PhysicalIndexes indexes;
    private final DocumentWriter writer;
    private final IndexNames names;
    private final ReadAhead all;

    IndexKeeper(
            IndexedView view,
            IndexRegistry registry,
            PhysicalIndexes indexes,
            DocumentWriter writer,
            IndexNames names) {
        this.view = view;
        this.registry = registry;
        this.indexes = indexes;
        this.writer = writer;
        this.names = names;
        this.all = new ReadAhead(change -> view.after(change, BUILT_AT_ONCE));
    }

    /** What a step found. */
    enum Outcome {
        MORE_TO_DO,
        UP_TO_DATE
    }

    /**
     * Compares what is registered with what is there, as a node died in between, or somebody
     * deleted an index.
     */
    void reconcile() {
        Optional<String> written = indexes.behindWriteAlias();
        Optional<PhysicalIndex> serving = registry.find(Role.SERVING);
        Optional<PhysicalIndex> building = registry.find(Role.BUILDING);
        if (building.isPresent() && written.equals(building.map(PhysicalIndex::name))) {
            registry.switchOver(building.get().name());
        } else if (serving.isPresent() && !written.equals(serving.map(PhysicalIndex::name))) {
            LOG.warn("The search index {} is gone: it is built anew", serving.get().name());
            registry.forget(serving.get().name());
        } else if (serving.isPresent()
                && !indexes.behindReadAlias().equals(serving.map(PhysicalIndex::name))) {
            LOG.warn("Nothing led readers to the search index {}", serving.get().name());
            indexes.leadReaders(serving.get().name());
        }
    }

    void cleanUp() {
        indexes.dropAllBut(registry.names());
    }

    Outcome step() {
        Source source = view.source();
        Optional<PhysicalIndex> serving = registry.find(Role.SERVING);
        Optional<PhysicalIndex> building = registry.find(Role.BUILDING);
        if (serving.isPresent() && serving.get().source() != source.schema()) {
            String name = serving.get().name();
            registry.follow(name, source.schema(), view.changeBefore(registry.position()));
            return Outcome.MORE_TO_DO;
        }
        if (building.isPresent() && !fits(building.get(), source)) {
            registry.forget(building.get().name());
            indexes.drop(building.get().name());
            return Outcome.MORE_TO_DO;
        }
        if (building.isEmpty() && (serving.isEmpty() || isOutdated(serving.get()))) {
            begin(source);
            return Outcome.MORE_TO_DO;
        }
        boolean upToDate = serving.isEmpty() || follow(serving.get());
        if (building.isPresent()) {
            build(building.get());
            return Outcome.MORE_TO_DO;
        }
        dropRetired();
        return upToDate ? Outcome.UP_TO_DATE : Outcome.MORE_TO_DO;
    }

    private boolean fits(PhysicalIndex index, Source source) {
        return index.source() == source.schema() && index.mapping() == view.mapping();
    }

    private boolean isOutdated(PhysicalIndex index) {
        return index.outdated() || index.mapping() != view.mapping();
    }

    private void begin(Source source) {
        String name = indexes.create();
        LOG.info("Building the search index {}", name);
        registry.begin(
                new PhysicalIndex(name, Role.BUILDING, source.schema(), view.mapping(), false, 0));
    }

    /** Whether the index now holds all that the view held. */
    private boolean follow(PhysicalIndex serving) {
        Batch batch = view.after(serving.change(), BATCH);
        if (batch.source().schema() != serving.source()) {
            return false;
        }
        write(names.writeAlias(), serving, batch);
        if (batch.isEnd()) {
            registry.reached(batch.source().position());
        }
        return batch.isEnd();
    }

    private void build(PhysicalIndex building) {
        Batch batch = all.after(building.change());
        if (batch.source().schema() != building.source()) {
            return;
        }
        try {
            write(names.nextAlias(), building, batch);
        } catch (IndexMissingException missing) {
            registry.forget(building.name());
            throw missing;
        }
        if (batch.isEnd()) {
            indexes.serve(building.name());
            registry.switchOver(building.name());
            registry.reached(batch.source().position());
            LOG.info("The search index {} serves", building.name());
        }
    }

    private void write(String alias, PhysicalIndex index, Batch batch) {
        if (batch.documents().isEmpty()) {
            return;
        }
        List<RejectedDocument> rejected = writer.write(alias, batch.documents());
        for (RejectedDocument document : rejected) {
            LOG.error(
                    "{} cannot be indexed among the {}; the dead letters say why",
                    document.id(),
                    view.documents());
        }
        registry.advance(index, batch.lastChange(index.change()), batch.documents(), rejected);
    }

    private void dropRetired() {
        for (String name : registry.retiredFor(GRACE)) {
            indexes.drop(name);
            registry.forget(name);
        }
    }
}
