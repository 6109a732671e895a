package dev.docket.command.knowledge.counts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** What a count needs to know of time: the minute it belongs to, and what the last one saw. */
final class Minutes {

    private static final int MOST_SEEN = 100_000;

    private final Clock clock;

    Minutes(Clock clock) {
        this.clock = clock;
    }

    /** The beginning of the present one. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Remembers for a minute, and forgets earlier rather than hold too much. */
    <K, V> Cache<K, V> memory() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_SEEN)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }
}
