package dev.docket.benchmark.command;

import dev.docket.benchmark.Databases;
import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Measured;
import dev.docket.benchmark.measuring.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How many commands a second each store takes, and how long the unluckiest caller waits. */
public final class CommandBenchmark {

    private static final String TABLE = "commands";
    private static final String DOCKET = "Docket";
    private static final String STOCK = "Axon, JDBC engine";
    private static final String POSTGRES = "PostgreSQL alone";
    private static final int[] CALLERS = {32, 128};

    /** The tickets that are assigned again and again, spread so that callers seldom meet. */
    private static final int WARM_TICKETS = 10_000;

    private final Databases databases;
    private final Report report;
    private final String only;
    private final Duration warmUp;
    private final Duration duration;

    /**
     * @param only a part of the name of the subjects that are measured, empty for all
     */
    public CommandBenchmark(
            Databases databases, Report report, String only, Duration warmUp, Duration duration) {
        this.databases = databases;
        this.report = report;
        this.only = only;
        this.warmUp = warmUp;
        this.duration = duration;
    }

    /**
     * @param axonServer {@code HOST:PORT}, or null to leave it out
     */
    public void run(@Nullable String axonServer) throws InterruptedException {
        report.say("Commands");
        measure(STOCK, () -> StockStores.jdbc(databases, false));
        measure("Axon, JDBC engine, cached", () -> StockStores.jdbc(databases, true));
        measure("Axon, JPA engine", () -> StockStores.jpa(databases));
        if (axonServer != null) {
            measure("Axon Server", () -> StockStores.axonServer(axonServer));
        }
        measure(DOCKET, () -> new DocketCommands(databases));
        bare(1);
        bare(50);
    }

    private void measure(String subject, Supplier<Commands> start) throws InterruptedException {
        if (!subject.contains(only)) {
            return;
        }
        try (Commands commands = start.get()) {
            Load.callers(CALLERS[CALLERS.length - 1], warmUp, _ -> commands.open(Example.newId()));
            for (int callers : CALLERS) {
                add(
                        subject,
                        "open, %d callers".formatted(callers),
                        Load.callers(callers, duration, _ -> commands.open(Example.newId())));
            }
            List<UUID> tickets = new ArrayList<>();
            for (int ticket = 0; ticket < WARM_TICKETS; ticket++) {
                tickets.add(Example.newId());
            }
            openAll(commands, tickets);
            LongConsumer assign = assign(commands, tickets);
            Load.callers(CALLERS[CALLERS.length - 1], warmUp, assign);
            for (int callers : CALLERS) {
                add(
                        subject,
                        "assign, %d callers".formatted(callers),
                        Load.callers(callers, duration, assign));
            }
        }
    }

    private static void openAll(Commands commands, List<UUID> tickets) throws InterruptedException {
        List<Thread> openers = new ArrayList<>();
        for (int part = 0; part < CALLERS[0]; part++) {
            int first = part;
            openers.add(
                    Thread.startVirtualThread(() -> {
                        for (int i = first; i < tickets.size(); i += CALLERS[0]) {
                            commands.open(tickets.get(i));
                        }
                    }));
        }
        for (Thread opener : openers) {
            opener.join();
        }
    }

    /** Each assignment of a ticket gives it to somebody else than the one before. */
    private static LongConsumer assign(Commands commands, List<UUID> tickets) {
        AtomicLongArray rounds = new AtomicLongArray(tickets.size());
        return number -> {
            int ticket = (int) (number % tickets.size());
            commands.assign(tickets.get(ticket), rounds.getAndIncrement(ticket));
        };
    }

    private void add(String subject, String load, Measured measured) {
        double stock = report.rate(TABLE, STOCK, load);
        report.add(TABLE, subject, load, measured, stock == 0 ? 0 : measured.perSecond() / stock);
    }

    private void bare(int rows) throws InterruptedException {
        if (!POSTGRES.contains(only)) {
            return;
        }
        try (BarePostgres postgres = new BarePostgres(databases, rows)) {
            Load.callers(BarePostgres.CONNECTIONS, warmUp, _ -> postgres.commit());
            Measured commits =
                    Load.callers(BarePostgres.CONNECTIONS, duration, _ -> postgres.commit());
            report.add(TABLE, POSTGRES, "rows, %d a commit".formatted(rows), commits.times(rows));
        }
    }
}
