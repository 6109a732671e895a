package dev.docket.projection.search;

import dev.docket.index.TicketIndex;
import dev.docket.projection.search.ChangedTickets.Batch;
import dev.docket.projection.search.ChangedTickets.Source;
import dev.docket.projection.search.PhysicalIndex.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what the indexes need next, a step at a time: the serving one follows the tickets, and
 * where it is missing or outdated another one is built beside it. Every step can be repeated, by
 * any node, after any interruption.
 */
final class IndexKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    /** So many rows are read and written at a time; bulks are cut by their size. */
    private static final int BATCH = 500;

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ChangedTickets tickets;
    private final IndexRegistry registry;
    private final TicketIndexes indexes;
    private final BulkWriter bulk;
    private final TicketIndex names;

    IndexKeeper(
            ChangedTickets tickets,
            IndexRegistry registry,
            TicketIndexes indexes,
            BulkWriter bulk,
            TicketIndex names) {
        this.tickets = tickets;
        this.registry = registry;
        this.indexes = indexes;
        this.bulk = bulk;
        this.names = names;
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
        }
    }

    void cleanUp() {
        indexes.dropAllBut(registry.names());
    }

    Outcome step() {
        Source source = tickets.source();
        Optional<PhysicalIndex> serving = registry.find(Role.SERVING);
        Optional<PhysicalIndex> building = registry.find(Role.BUILDING);
        if (serving.isPresent() && serving.get().source() != source.schema()) {
            String name = serving.get().name();
            registry.follow(name, source.schema(), tickets.changeBefore(registry.position()));
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

    private static boolean fits(PhysicalIndex index, Source source) {
        return index.source() == source.schema() && index.mapping() == TicketIndexes.MAPPING;
    }

    private static boolean isOutdated(PhysicalIndex index) {
        return index.outdated() || index.mapping() != TicketIndexes.MAPPING;
    }

    private void begin(Source source) {
        String name = indexes.create();
        LOG.info("Building the search index {}", name);
        registry.begin(
                new PhysicalIndex(
                        name, Role.BUILDING, source.schema(), TicketIndexes.MAPPING, false, 0));
    }

    /** Whether the index now holds all that the tickets' view held. */
    private boolean follow(PhysicalIndex serving) {
        Batch batch = tickets.after(serving.change(), BATCH);
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
        Batch batch = tickets.after(building.change(), BATCH);
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
        if (batch.tickets().isEmpty()) {
            return;
        }
        List<RejectedTicket> rejected = bulk.write(alias, batch.tickets());
        for (RejectedTicket ticket : rejected) {
            LOG.error("Ticket {} cannot be indexed; the dead letters say why", ticket.id());
        }
        registry.advance(index, batch.lastChange(index.change()), batch.tickets(), rejected);
    }

    private void dropRetired() {
        for (String name : registry.retiredFor(GRACE)) {
            indexes.drop(name);
            registry.forget(name);
        }
    }
}
