package dev.docket.benchmark.view;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases;
import dev.docket.benchmark.Databases.Database;
import dev.docket.benchmark.command.DocketCommands;
import dev.docket.benchmark.command.Example;
import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Report;
import dev.docket.log.EventJson;
import dev.docket.log.postgres.PostgresLog;
import dev.docket.projection.analytics.AnalyticsProjection;
import dev.docket.projection.audit.AuditTrailProjection;
import dev.docket.projection.people.PeopleProjection;
import dev.docket.projection.running.RunningProjections;
import dev.docket.projection.ticket.TicketsProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;

/**
 * How long after a command's commit its ticket is in the list, while all views of PostgreSQL are
 * kept. Commands and projections have a log of their own each, as in two processes.
 */
public final class LagBenchmark {

    private static final int POOL = 10;
    private static final int PER_SECOND = 500;

    private final Databases databases;
    private final Report report;
    private final Duration warmUp;
    private final Duration duration;

    public LagBenchmark(Databases databases, Report report, Duration warmUp, Duration duration) {
        this.databases = databases;
        this.report = report;
        this.warmUp = warmUp;
        this.duration = duration;
    }

    public void run() throws InterruptedException {
        report.say("From commit to view");
        Database database = databases.create();
        EventJson json = EventJson.released();
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (DocketCommands commands = new DocketCommands(database);
                HikariDataSource pool = database.pool(POOL);
                PostgresLog log = new PostgresLog(pool, json, List.of(), metrics);
                RunningProjections _ =
                        new RunningProjections(
                                List.of(
                                        new TicketsProjection(),
                                        new AuditTrailProjection(json),
                                        new PeopleProjection(),
                                        new AnalyticsProjection()),
                                log.reader(),
                                pool,
                                metrics);
                Watch view = new Watch(pool)) {
            Load.arrivals(PER_SECOND, warmUp, _ -> commands.open(Example.newId()));
            Load.arrivals(
                    PER_SECOND, duration, _ -> view.expect(commands.openAndTell(Example.newId())));
            report.add(
                    "commit to view",
                    "Docket",
                    "%d commands/s".formatted(PER_SECOND),
                    view.lag(duration));
        }
    }
}
