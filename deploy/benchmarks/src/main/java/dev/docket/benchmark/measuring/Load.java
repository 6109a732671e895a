package dev.docket.benchmark.measuring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Ways to put a load on something; each operation is given its number, from 0. */
public final class Load {

    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int DIGITS = 3;

    /** More requests than these on the way at once are counted as failures and not sent. */
    private static final int ON_THE_WAY = 2_000;

    private Load() {}

    /**
     * A closed load: each caller begins its next operation when the last one has ended. An
     * operation that is under way at the end is waited for and counted, so that stalls are seen
     * whole.
     */
    public static Measured callers(int callers, Duration duration, LongConsumer operation)
            throws InterruptedException {
        Histogram latencies = new ConcurrentHistogram(LONGEST, DIGITS);
        LongAdder failures = new LongAdder();
        CountDownLatch done = new CountDownLatch(callers);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            Thread.ofVirtual()
                    .start(() -> {
                        long number = first;
                        for (long begun = System.nanoTime(); begun < end; number += callers) {
                            time(begun, number, operation, latencies, failures);
                            begun = System.nanoTime();
                        }
                        done.countDown();
                    });
        }
        done.await();
        return Measured.of(latencies, failures.sum(), Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * An open load: operations begin at a steady rate whatever became of the earlier ones. Each is
     * timed from the moment at which it was due, so that a stall counts for all whom it kept
     * waiting.
     */
    public static Measured arrivals(int perSecond, Duration duration, LongConsumer operation)
            throws InterruptedException {
        Histogram latencies = new ConcurrentHistogram(LONGEST, DIGITS);
        LongAdder failures = new LongAdder();
        Semaphore room = new Semaphore(ON_THE_WAY);
        long count = perSecond * duration.toSeconds();
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        long start = System.nanoTime();
        for (long number = 0; number < count; number++) {
            long due = start + number * interval;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (!room.tryAcquire()) {
                failures.increment();
                continue;
            }
            long mine = number;
            Thread.ofVirtual()
                    .start(() -> {
                        time(due, mine, operation, latencies, failures);
                        room.release();
                    });
        }
        room.acquire(ON_THE_WAY);
        return Measured.of(latencies, failures.sum(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static void time(
            long begun,
            long number,
            LongConsumer operation,
            Histogram latencies,
            LongAdder failures) {
        try {
            operation.accept(number);
            latencies.recordValue(Math.min(LONGEST, System.nanoTime() - begun));
        } catch (RuntimeException failed) {
            failures.increment();
            Failures.report(failed);
        }
    }
}
