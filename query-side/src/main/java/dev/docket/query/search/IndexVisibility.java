package dev.docket.query.search;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the index was sent can be found half a second later; who waits for a position should not
 * have to wait for that as well. One refresh serves all who ask for what it covers.
 */
final class IndexVisibility {

    private final TicketSearcher searcher;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong visible = new AtomicLong();

    IndexVisibility(TicketSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * @param asked what the caller wants to find
     * @param reached what the index was certainly sent
     */
    void ensure(long asked, long reached) {
        long needed = Math.min(asked, reached);
        if (visible.get() >= needed) {
            return;
        }
        refreshing.lock();
        try {
            if (visible.get() < needed) {
                searcher.refresh();
                visible.accumulateAndGet(reached, Math::max);
            }
        } finally {
            refreshing.unlock();
        }
    }
}
