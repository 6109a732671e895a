package dev.docket.command.knowledge.counts;

import dev.docket.command.knowledge.counts.CountsLog.Count;
import dev.docket.event.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what was counted: every minute when it is over, and the last one when the node ends. What
 * the log does not take stays in memory for the next time.
 */
final class CountsRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CountsRecorder.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Tally<?>> tallies;
    private final CountsLog log;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("docket-counts").factory());
    private @Nullable Future<?> ticks;
    private boolean failing;

    CountsRecorder(List<Tally<?>> tallies, CountsLog log, Clock clock) {
        this.tallies = tallies;
        this.log = log;
        this.clock = clock;
    }

    void start() {
        ticks =
                thread.scheduleWithFixedDelay(
                        () -> record(clock.instant().truncatedTo(ChronoUnit.MINUTES)),
                        PAUSE.toMillis(),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Records what was counted in the minutes that began before a time. */
    synchronized void record(Instant before) {
        boolean all = true;
        for (Tally<?> tally : tallies) {
            all &= record(tally, before);
        }
        failing = !all;
    }

    private <E extends DomainEvent> boolean record(Tally<E> tally, Instant before) {
        List<Count<E>> open = tally.take(before);
        try {
            while (!open.isEmpty()) {
                open = open.subList(log.appendFirst(open), open.size());
            }
            return true;
        } catch (RuntimeException e) {
            tally.putBack(open);
            if (!failing) {
                LOG.warn("Counts of readers and searches wait until the log answers again", e);
            }
            return false;
        }
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        thread.close();
        record(Instant.MAX);
    }
}
