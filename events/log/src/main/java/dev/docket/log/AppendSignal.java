package dev.docket.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread sleep until something is appended. What is appended while it is awake ends its
 * next sleep at once; signals that come together count once.
 */
public final class AppendSignal implements AutoCloseable {

    private final Semaphore signals = new Semaphore(0);
    private final LogReader.Subscription subscription;

    public AppendSignal(LogReader log) {
        subscription = log.onAppend(this::wake);
    }

    /** Wakes the thread although nothing was appended. */
    public void wake() {
        signals.release();
    }

    /** Sleeps until the thread is woken, or so long. */
    public void await(Duration longest) throws InterruptedException {
        if (signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    /** Wakes the thread; after that no append does. */
    @Override
    public void close() {
        subscription.close();
        wake();
    }
}
