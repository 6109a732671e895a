package dev.docket.benchmark.http;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases.Database;
import dev.docket.benchmark.history.FilledLog;
import dev.docket.benchmark.history.Histories;
import dev.docket.benchmark.view.Progress;
import dev.docket.command.CommandSide;
import dev.docket.edge.Node;
import dev.docket.edge.Tokens;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.EventJson;
import dev.docket.log.LogDatabase;
import dev.docket.log.postgres.PostgresLog;
import dev.docket.projection.Projections;
import dev.docket.query.QuerySide;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three sides in this JVM, over a log that is full of tickets; its views have read it all. */
final class FilledPlatform implements AutoCloseable {

    private static final int POOL = 4;
    private static final int FOLLOW_UPS = 2;
    private static final TenantId TENANT = new TenantId(Ids.named("tenant", "benchmark"));
    private static final PersonId AGENT = new PersonId(Ids.named("agent", "1"));

    /** Tickets that are asked for, evenly spread over all. */
    private static final int ASKED_FOR = 10_000;

    private final List<TicketOpened> asked = new ArrayList<>();
    private final ConfigurableApplicationContext node;

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({CommandSide.class, Projections.class, QuerySide.class})
    static class AllSides {}

    FilledPlatform(Database database, URI elasticsearch, int tickets, long seed) {
        try (HikariDataSource pool = database.pool(POOL)) {
            long head = fill(pool, tickets, seed);
            String[] search = {
                "--docket.elasticsearch.url=" + elasticsearch,
                "--docket.elasticsearch.prefix=benchmark-" + tickets + "-" + System.nanoTime()
            };
            node =
                    Node.application(AllSides.class, 0)
                            .run(
                                    Stream.of(database.arguments(), search)
                                            .flatMap(Arrays::stream)
                                            .toArray(String[]::new));
            Progress.await(() ->
                    Stream.of("tickets", "analytics", "audit_trail", "people")
                            .allMatch(view -> Progress.token(pool, view) >= head));
            Progress.await(() -> indexFollows(pool));
            // What the servers do by themselves in time, and would do while they are measured.
            JdbcClient.create(pool).sql("VACUUM ANALYZE").update();
            JdbcClient.create(pool).sql("CHECKPOINT").update();
            Progress.await(() -> isAtRest(elasticsearch));
        }
    }

    private long fill(HikariDataSource pool, int tickets, long seed) {
        LogDatabase.migrate(pool);
        int step = Math.max(1, tickets / ASKED_FOR);
        try (PostgresLog log =
                new PostgresLog(pool, EventJson.released(), List.of(), new SimpleMeterRegistry())) {
            return FilledLog.write(
                    new Histories(seed, FOLLOW_UPS),
                    tickets,
                    TENANT,
                    events -> {
                        remember(events, step);
                        log.engine().appendEvents(events);
                    });
        }
    }

    private int seen;

    private void remember(List<DomainEventMessage<?>> events, int step) {
        for (DomainEventMessage<?> event : events) {
            if (event.getPayload() instanceof TicketOpened opened && seen++ % step == 0) {
                asked.add(opened);
            }
        }
    }

    private static boolean indexFollows(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql(
                        """
                        SELECT coalesce(max(i.change), 0)
                               >= (SELECT coalesce(max(t.change), 0) FROM tickets.ticket t)
                        FROM ticket_search.physical_index i WHERE i.role <> 'RETIRED'
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Whether it has merged what it was sent. */
    private static boolean isAtRest(URI elasticsearch) {
        String merges = "/_stats/merge?filter_path=_all.total.merges.current";
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(elasticsearch.resolve(merges)).build();
            return http.send(request, BodyHandlers.ofString()).body().contains("\"current\":0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Those that may be asked for. */
    List<TicketOpened> tickets() {
        return asked;
    }

    String address() {
        return "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port");
    }

    /** A fresh access token of an agent, good for a quarter of an hour. */
    String token() {
        return node.getBean(Tokens.class).access(AGENT, TENANT, Set.of(Role.AGENT));
    }

    @Override
    public void close() {
        node.close();
    }
}
