package dev.docket.query.search;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the index was sent can be found half a second later; who waits for a position should not
 * have to wait for that as well. One refresh serves all who ask for what it covers.
 */
public final class IndexVisibility {

    private final Runnable refresh;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong visible = new AtomicLong();

    /**
     * @param refresh makes findable what the index has been sent so far
     */
    public IndexVisibility(Runnable refresh) {
        this.refresh = refresh;
    }

    /**
     * @param asked what the caller wants to find
     * @param reached what the index was certainly sent
     */
    public void ensure(long asked, long reached) {
        long needed = Math.min(asked, reached);
        if (visible.get() >= needed) {
            return;
        }
        refreshing.lock();
        try {
            if (visible.get() < needed) {
                refresh.run();
                visible.accumulateAndGet(reached, Math::max);
            }
        } finally {
            refreshing.unlock();
        }
    }
}
