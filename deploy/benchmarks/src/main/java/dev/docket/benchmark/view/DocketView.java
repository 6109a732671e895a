package dev.docket.benchmark.view;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases;
import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.history.FilledLog;
import dev.docket.benchmark.history.Histories;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.log.EventJson;
import dev.docket.log.LogDatabase;
import dev.docket.log.postgres.PostgresLog;
import dev.docket.projection.running.Rebuild;
import dev.docket.projection.running.RunningProjections;
import dev.docket.projection.ticket.TicketsProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;

/** Docket's view of tickets and their conversations, rebuilt while the old one serves. */
final class DocketView implements View {

    private static final int POOL = 10;
    private static final TenantId TENANT = new TenantId(Ids.named("tenant", "benchmark"));

    private final HikariDataSource database;
    private final PostgresLog log;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    DocketView(Databases databases) {
        database = databases.create().pool(POOL);
        LogDatabase.migrate(database);
        log = new PostgresLog(database, EventJson.released(), List.of(), metrics);
    }

    @Override
    public long fill(Histories histories, int tickets) {
        return FilledLog.write(histories, tickets, new BulkLog(TENANT, log.engine()::appendEvents));
    }

    @Override
    public Duration build() {
        long head = log.reader().head();
        try (RunningProjections running =
                new RunningProjections(
                        List.of(new TicketsProjection()), log.reader(), database, metrics)) {
            Progress.await(() -> Progress.token(database, "tickets") >= head);
            long started = System.nanoTime();
            Rebuild rebuild = running.rebuild("tickets").orElseThrow();
            Progress.await(() -> !rebuild.isRunning());
            if (!rebuild.progress().failure().isEmpty()) {
                throw new IllegalStateException(rebuild.progress().failure());
            }
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }

    @Override
    public void close() {
        log.close();
        database.close();
    }
}
