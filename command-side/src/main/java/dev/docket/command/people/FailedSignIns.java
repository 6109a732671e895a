package dev.docket.command.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.edge.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;

/**
 * Slows guessing down: after ten failures within a minute an account takes no attempts for a while.
 */
final class FailedSignIns {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();

    void mayTry(String account) {
        AtomicInteger count = failures.getIfPresent(account);
        if (count != null && count.get() >= MOST) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-attempts",
                            "Too many failed attempts; try again in a minute")
                    .asException();
        }
    }

    void failed(String account) {
        failures.get(account, first -> new AtomicInteger()).incrementAndGet();
    }
}
