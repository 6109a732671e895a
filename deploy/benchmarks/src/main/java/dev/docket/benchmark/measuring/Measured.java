package dev.docket.benchmark.measuring;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a load saw.
 *
 * @param perSecond completed operations
 * @param p50 milliseconds, like the other percentiles; {@code worst} is the longest single wait
 */
public record Measured(
        double perSecond, double p50, double p95, double p99, double worst, long failures) {

    /** A rate without single waits. */
    public static Measured rate(double perSecond) {
        return new Measured(perSecond, 0, 0, 0, 0, 0);
    }

    public static Measured of(Histogram nanos, long failures, Duration elapsed) {
        return new Measured(
                nanos.getTotalCount() / (elapsed.toNanos() / 1e9),
                milliseconds(nanos, 50),
                milliseconds(nanos, 95),
                milliseconds(nanos, 99),
                milliseconds(nanos, 100),
                failures);
    }

    /** The rate in another unit: each operation was so many of them. */
    public Measured times(int units) {
        return atRate(perSecond * units);
    }

    /** The same waits, of operations that came at another rate than those that were timed. */
    public Measured atRate(double otherPerSecond) {
        return new Measured(otherPerSecond, p50, p95, p99, worst, failures);
    }

    private static double milliseconds(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
