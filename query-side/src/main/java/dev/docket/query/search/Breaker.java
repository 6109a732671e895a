package dev.docket.query.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Spares callers the wait for a store that has just failed: for a while they are refused at once,
 * then one of them tries again.
 */
public final class Breaker {

    private static final long CLOSED = Long.MIN_VALUE;

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final AtomicLong retryAt = new AtomicLong(CLOSED);

    /**
     * @throws SearchAwayException if the store failed, or failed a moment ago
     */
    public <T> T call(Supplier<T> store) {
        long open = retryAt.get();
        if (open != CLOSED && !mayTry(open)) {
            throw new SearchAwayException("Elasticsearch failed a moment ago", null);
        }
        try {
            T answer = store.get();
            retryAt.set(CLOSED);
            return answer;
        } catch (SearchAwayException away) {
            retryAt.set(System.nanoTime() + PAUSE);
            throw away;
        } catch (RuntimeException refused) {
            // A store that refuses a question is there.
            retryAt.set(CLOSED);
            throw refused;
        }
    }

    /** Whoever moves the time on is the one that tries. */
    private boolean mayTry(long open) {
        long now = System.nanoTime();
        return now - open >= 0 && retryAt.compareAndSet(open, now + PAUSE);
    }
}
