package dev.docket.projection.running;

import dev.docket.log.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * How far a view or an index is behind, asked of the stores when the gauge is read: one that is
 * stuck falls behind visibly, where a value that it set itself would stand still.
 */
final class Lag {

    Lag(Follower follower, LogReader log, MeterRegistry metrics) {
        String name = follower.name();
        Gauge.builder("docket.projection.lag.events", () -> log.head() - follower.position())
                .tag("projection", name)
                .description("Events in the log that the view or the index does not show yet")
                .register(metrics);
        Gauge.builder(
                        "docket.projection.lag.seconds",
                        () ->
                                log.head() > follower.position()
                                        ? follower.sinceProgress().toMillis() / 1e3
                                        : 0)
                .tag("projection", name)
                .baseUnit("seconds")
                .description("Seconds since this node last saw progress, while it is behind")
                .register(metrics);
        Gauge.builder("docket.projection.dead.letters", follower::countDeadLetters)
                .tag("projection", name)
                .register(metrics);
    }
}
