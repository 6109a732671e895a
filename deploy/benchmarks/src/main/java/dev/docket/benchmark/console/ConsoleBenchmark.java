package dev.docket.benchmark.console;

import dev.docket.benchmark.console.Browser.Times;
import dev.docket.benchmark.measuring.Measured;
import dev.docket.benchmark.platform.AskedTickets;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** How long somebody waits for the queue in a browser, with and without a cache. */
public final class ConsoleBenchmark {

    private static final String TABLE = "console";
    private static final String EMAIL = "agent@example.org";
    private static final String PASSWORD = "correct horse battery";
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;

    private final Bench bench;
    private final Path chromium;
    private final int loads;

    /**
     * @param loads how often the page is loaded, cold and warm each
     */
    public ConsoleBenchmark(Bench bench, Path chromium, int loads) {
        this.bench = bench;
        this.chromium = chromium;
        this.loads = loads;
    }

    /** Does nothing where the browser is not there. */
    public void run(List<Integer> sizes) {
        if (!Files.isExecutable(chromium)) {
            bench.report().say("The console is left out: there is no " + chromium);
            return;
        }
        for (int size : sizes) {
            bench.report().say("The console among %,d tickets".formatted(size));
            AskedTickets asked = new AskedTickets(size, bench.seed());
            try (Platform platform = bench.platform(asked::fill)) {
                platform.administrator()
                        .post(
                                "/api/v1/people",
                                Map.of(
                                        "email",
                                        EMAIL,
                                        "name",
                                        "Robin",
                                        "roles",
                                        List.of("agent"),
                                        "password",
                                        PASSWORD));
                measure(platform.url(), "%,d tickets".formatted(size));
            }
        }
    }

    private void measure(String platform, String among) {
        try (Browser browser = new Browser(chromium, platform, EMAIL, PASSWORD)) {
            for (int load = 0; load < loads; load++) {
                browser.cold();
            }
            add(among + ", cold", browser::cold);
            add(among + ", warm", browser::warm);
        }
    }

    private void add(String load, Supplier<Times> page) {
        long begin = System.nanoTime();
        List<Times> times = new ArrayList<>();
        for (int n = 0; n < loads; n++) {
            times.add(page.get());
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        add("first contentful paint", load, times, Times::firstPaint, elapsed);
        add("largest contentful paint", load, times, Times::largestPaint, elapsed);
        add("until the queue can be used", load, times, Times::usable, elapsed);
    }

    private void add(
            String subject,
            String load,
            List<Times> times,
            ToDoubleFunction<Times> time,
            Duration elapsed) {
        Histogram nanos = new Histogram(LONGEST, DIGITS);
        times.forEach(one -> nanos.recordValue(Math.round(time.applyAsDouble(one) * 1e6)));
        bench.report().add(TABLE, subject, load, Measured.of(nanos, 0, elapsed));
    }
}
