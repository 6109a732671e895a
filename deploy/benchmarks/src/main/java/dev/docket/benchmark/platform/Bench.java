package dev.docket.benchmark.platform;

import dev.docket.benchmark.Databases;
import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Report;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where requests are measured and how long.
 *
 * @param duration of each measurement
 * @param seed of all that is drawn
 */
public record Bench(
        Databases databases, URI elasticsearch, Report report, Duration duration, long seed) {

    private static final int WARM_UP_CALLERS = 8;

    /** A platform of its own. */
    public Platform platform(Consumer<BulkLog> filling) {
        return platform(filling, null);
    }

    /**
     * A platform of its own.
     *
     * @param vectors makes vectors, if things are to be found by meaning too
     */
    public Platform platform(Consumer<BulkLog> filling, @Nullable VectorEndpoint vectors) {
        Platform platform = new Platform(databases.create(), elasticsearch, filling, vectors);
        report.say("  all of it is in every view");
        return platform;
    }

    /** Sends one kind of request for a while. */
    public void warmUp(LongConsumer request, Duration length) throws InterruptedException {
        Load.callers(WARM_UP_CALLERS, length, request);
    }

    /**
     * Measures one kind of request and adds its row.
     *
     * @param among what there is to be found
     */
    public void measure(
            String table, String request, String among, int perSecond, LongConsumer operation)
            throws InterruptedException {
        report.add(
                table,
                request,
                "%s, %d/s".formatted(among, perSecond),
                Load.arrivals(perSecond, duration, operation));
    }

    /** One of some, by the number of a request. */
    public static <T> T pick(List<T> some, long number) {
        return some.get((int) (number % some.size()));
    }
}
