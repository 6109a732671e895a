package dev.docket.command.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.caching.Cache;

/**
 * The aggregates that a node has at hand, those of each kind apart: an id is only looked up among
 * its own kind, and many small ones do not drive out a few large ones.
 */
final class AggregateCaches {

    private final List<AggregateCache> caches = new CopyOnWriteArrayList<>();

    Cache make(int mostAggregates) {
        AggregateCache cache = new AggregateCache(mostAggregates);
        caches.add(cache);
        return cache;
    }

    boolean holds(UUID stream) {
        return caches.stream().anyMatch(cache -> cache.containsKey(stream.toString()));
    }

    void forget(UUID stream) {
        caches.forEach(cache -> cache.remove(stream.toString()));
    }
}
