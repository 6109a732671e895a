package dev.docket.benchmark.platform;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases.Database;
import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.view.Progress;
import dev.docket.command.CommandSide;
import dev.docket.edge.Node;
import dev.docket.edge.Tokens;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.log.EventJson;
import dev.docket.log.LogDatabase;
import dev.docket.log.postgres.PostgresLog;
import dev.docket.projection.Projections;
import dev.docket.query.QuerySide;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three sides in this JVM, over a log that is full; their views have read all of it. */
public final class Platform implements AutoCloseable {

    /** The organisation that all is of. */
    public static final TenantId TENANT = new TenantId(Ids.named("tenant", "benchmark"));

    /** Who works there, and asks. */
    public static final PersonId AGENT = new PersonId(Ids.named("agent", "1"));

    private static final int POOL = 4;
    private static final List<String> VIEWS =
            List.of(
                    "tickets",
                    "analytics",
                    "audit_trail",
                    "people",
                    "knowledge",
                    "ticket_search",
                    "article_search");

    private static final List<String> VECTOR_VIEWS = List.of("ticket_vectors", "article_vectors");

    private final ConfigurableApplicationContext node;

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({CommandSide.class, Projections.class, QuerySide.class})
    static class AllSides {}

    /**
     * @param filling writes what is on the log before the platform begins
     * @param vectors makes vectors, if things are to be found by meaning too
     */
    Platform(
            Database database,
            URI elasticsearch,
            Consumer<BulkLog> filling,
            @Nullable VectorEndpoint vectors) {
        List<String> more = vectors == null ? List.of() : vectors.arguments();
        List<String> views = new ArrayList<>(VIEWS);
        if (vectors != null) {
            views.addAll(VECTOR_VIEWS);
        }
        try (HikariDataSource pool = database.pool(POOL)) {
            long head = fill(pool, filling);
            List<String> search =
                    List.of(
                            "--docket.elasticsearch.url=" + elasticsearch,
                            "--docket.elasticsearch.prefix=benchmark-" + System.nanoTime(),
                            "--docket.attachments.directory=target/attachments");
            node =
                    Node.application(AllSides.class, 0)
                            .run(
                                    Stream.of(List.of(database.arguments()), search, more)
                                            .flatMap(List::stream)
                                            .toArray(String[]::new));
            Progress.await(
                    () -> views.stream().allMatch(view -> Progress.token(pool, view) >= head));
            // What the servers do by themselves in time, and would do while they are measured.
            JdbcClient.create(pool).sql("VACUUM ANALYZE").update();
            JdbcClient.create(pool).sql("CHECKPOINT").update();
            send(
                    HttpRequest.newBuilder(elasticsearch.resolve("/_refresh"))
                            .POST(BodyPublishers.noBody()));
            Progress.await(() -> isAtRest(elasticsearch));
        }
    }

    private static long fill(HikariDataSource pool, Consumer<BulkLog> filling) {
        LogDatabase.migrate(pool);
        try (PostgresLog postgres =
                new PostgresLog(pool, EventJson.released(), List.of(), new SimpleMeterRegistry())) {
            BulkLog log = new BulkLog(TENANT, postgres.engine()::appendEvents);
            filling.accept(log);
            log.flush();
            return postgres.reader().head();
        }
    }

    /** Whether it has merged what it was sent. */
    private static boolean isAtRest(URI elasticsearch) {
        String merges = "/_stats/merge?filter_path=_all.total.merges.current";
        return send(HttpRequest.newBuilder(elasticsearch.resolve(merges)))
                .contains("\"current\":0");
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An agent with a fresh access token, good for a quarter of an hour. */
    public Client agent() {
        return new Client(url(), token(AGENT, Role.AGENT));
    }

    /** Somebody who may register people, with a token as fresh. */
    public Client administrator() {
        return new Client(url(), token(AGENT, Role.ADMIN));
    }

    /** What an agent signs in with who is one of many. */
    public String token(int number) {
        PersonId agent = new PersonId(Ids.named("agent", "one of many", Integer.toString(number)));
        return token(agent, Role.AGENT);
    }

    private String token(PersonId person, Role role) {
        return node.getBean(Tokens.class).access(person, TENANT, Set.of(role));
    }

    /** Where a browser finds it. */
    public String url() {
        return "http://127.0.0.1:" + address().getPort();
    }

    public InetSocketAddress address() {
        int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /**
     * How many searches that could have been by meaning too were by words alone, as there was no
     * vector or no index.
     */
    public long countWithoutVector() {
        return (long)
                node.getBean(MeterRegistry.class).find("docket.search.vectors").counters().stream()
                        .filter(counter -> !"asked".equals(counter.getId().getTag("outcome")))
                        .mapToDouble(Counter::count)
                        .sum();
    }

    @Override
    public void close() {
        node.close();
    }
}
