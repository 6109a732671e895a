package dev.docket.projection.running;

import dev.docket.log.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * How far a view is behind, asked of the stores when the gauge is read: a projection that is stuck
 * falls behind visibly, where a value that it set itself would stand still.
 */
final class Lag {

    Lag(ProjectionRunner runner, LogReader log, ProjectionStore store, MeterRegistry metrics) {
        String name = runner.projection().name();
        Gauge.builder("docket.projection.lag.events", () -> log.head() - store.token())
                .tag("projection", name)
                .description("Events in the log that the view does not show yet")
                .register(metrics);
        Gauge.builder(
                        "docket.projection.lag.seconds",
                        () ->
                                log.head() > store.token()
                                        ? runner.sinceProgress().toMillis() / 1e3
                                        : 0)
                .tag("projection", name)
                .baseUnit("seconds")
                .description("Seconds since this node's last progress, while the view is behind")
                .register(metrics);
        Gauge.builder("docket.projection.dead.letters", store::countDeadLetters)
                .tag("projection", name)
                .register(metrics);
    }
}
