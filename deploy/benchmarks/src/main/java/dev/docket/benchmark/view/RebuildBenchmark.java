package dev.docket.benchmark.view;

import dev.docket.benchmark.Databases;
import dev.docket.benchmark.history.Histories;
import dev.docket.benchmark.measuring.Measured;
import dev.docket.benchmark.measuring.Report;
import java.time.Duration;
import java.util.function.Supplier;

/** How many events a second go from a log into a list of tickets that is built from nothing. */
public final class RebuildBenchmark {

    private static final String TABLE = "rebuild of the ticket list";
    private static final String STOCK = "Axon, pooled processor";
    private static final int FOLLOW_UPS = 10;

    private final Databases databases;
    private final Report report;
    private final int tickets;
    private final long seed;

    public RebuildBenchmark(Databases databases, Report report, int tickets, long seed) {
        this.databases = databases;
        this.report = report;
        this.tickets = tickets;
        this.seed = seed;
    }

    public void run() {
        report.say("Rebuild of the ticket list, %,d tickets, seed %d".formatted(tickets, seed));
        double stock = measure(STOCK, "100 a batch", 0, () -> new StockView(databases, 100));
        measure("Docket", "", stock, () -> new DocketView(databases));
    }

    private double measure(String subject, String load, double stock, Supplier<View> open) {
        try (View view = open.get()) {
            long events = view.fill(new Histories(seed, FOLLOW_UPS), tickets);
            Duration took = view.build();
            double rate = events / (took.toNanos() / 1e9);
            report.add(
                    TABLE,
                    subject,
                    "%,d events%s".formatted(events, load.isEmpty() ? "" : ", " + load),
                    Measured.rate(rate),
                    stock == 0 ? 0 : rate / stock);
            return rate;
        }
    }
}
