package dev.docket.projection.search;

import dev.docket.index.IndexNames;
import dev.docket.projection.running.DeadLetter;
import dev.docket.projection.running.StoreAwayException;
import dev.docket.projection.search.PhysicalIndex.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/** The documents that Elasticsearch did not take, and another try. Any node may make it. */
final class ParkedDocuments {

    private final IndexedView view;
    private final IndexRegistry registry;
    private final DocumentWriter writer;
    private final IndexNames names;

    ParkedDocuments(
            IndexedView view, IndexRegistry registry, DocumentWriter writer, IndexNames names) {
        this.view = view;
        this.registry = registry;
        this.writer = writer;
        this.names = names;
    }

    List<DeadLetter> list() {
        return registry.deadLetters();
    }

    long count() {
        return registry.countDeadLetters();
    }

    /**
     * Writes what is parked at a position as it is now; what the view no longer has is forgotten.
     *
     * @return how many are no longer parked; empty if none was
     * @throws StoreAwayException if Elasticsearch did not answer for all, or an index is missing
     */
    OptionalInt retry(long position) {
        List<UUID> parked = registry.parkedAt(position);
        if (parked.isEmpty()) {
            return OptionalInt.empty();
        }
        Map<UUID, String> refused = write(parked);
        registry.settleAt(position, parked, refused);
        return OptionalInt.of(parked.size() - refused.size());
    }

    boolean evict(long position) {
        return registry.evictAt(position) > 0;
    }

    /**
     * Writes until nothing changed meanwhile: the node that leads may have written a newer document
     * of the same version, which must not be left replaced by this one.
     *
     * @return why Elasticsearch refused which
     */
    private Map<UUID, String> write(List<UUID> ids) {
        List<ChangedDocument> documents = view.documents(ids);
        while (true) {
            Map<UUID, String> refused = write(names.writeAlias(), documents);
            if (registry.find(Role.BUILDING).isPresent()) {
                refused.putAll(write(names.nextAlias(), documents));
            }
            List<ChangedDocument> now = view.documents(ids);
            if (changes(now).equals(changes(documents))) {
                return refused;
            }
            documents = now;
        }
    }

    private Map<UUID, String> write(String alias, List<ChangedDocument> documents) {
        Map<UUID, String> refused = new LinkedHashMap<>();
        try {
            writer.write(alias, documents)
                    .forEach(document -> refused.put(document.id(), document.cause()));
        } catch (IndexMissingException missing) {
            throw new StoreAwayException("An index is about to be built anew", missing);
        }
        return refused;
    }

    private static Map<UUID, Long> changes(List<ChangedDocument> documents) {
        return documents.stream()
                .collect(Collectors.toMap(ChangedDocument::id, ChangedDocument::change));
    }
}
