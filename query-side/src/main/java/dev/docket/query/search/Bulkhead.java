package dev.docket.query.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many ask a store at once, so that a crowd neither fills the node's memory nor is
 * taken for a store that is away. Who finds no room within a moment is refused.
 */
public final class Bulkhead {

    private final Semaphore room;
    private final Duration patience;

    Bulkhead(int most, Duration patience) {
        this.room = new Semaphore(most);
        this.patience = patience;
    }

    /**
     * @throws CrowdedSearchException if no room came free in time
     */
    <T> T call(Supplier<T> store) {
        if (!entered()) {
            throw new CrowdedSearchException();
        }
        try {
            return store.get();
        } finally {
            room.release();
        }
    }

    private boolean entered() {
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
