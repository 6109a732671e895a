package dev.docket.query;

import static org.awaitility.Awaitility.await;

import dev.docket.edge.Node;
import dev.docket.edge.Tokens;
import dev.docket.embedded.SharedElasticsearch;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Recorded;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import dev.docket.log.TestLog;
import dev.docket.projection.Projections;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Projections and queries in one process, on a log to which tests append. All tests of a JVM share
 * it and keep apart by their organisations.
 */
public final class QueryPlatform implements AutoCloseable {

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({Projections.class, QuerySide.class})
    static class BothSides {}

    private static final Duration LONG = Duration.ofMinutes(2);

    private final LogProperties.Database database = TestDatabase.create();
    private final List<String> settings;
    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Someone, String> tokens = new ConcurrentHashMap<>();
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    QueryPlatform() {
        this(SharedElasticsearch.settings());
    }

    /** For a test that does with its Elasticsearch what would disturb others. */
    public QueryPlatform(URI elasticsearch) {
        this(List.of("--docket.elasticsearch.url=" + elasticsearch));
    }

    private QueryPlatform(List<String> elasticsearch) {
        settings = new ArrayList<>(elasticsearch);
        settings.add("--server.port=0");
        settings.add("--docket.postgres.url=" + database.url());
        settings.add("--docket.postgres.username=" + database.username());
        settings.add("--docket.attachments.directory=target/attachments");
        context = Node.application(BothSides.class, 0).run(settings.toArray(String[]::new));
    }

    /** One with further settings, whose indexes have a name of their own. */
    static QueryPlatform with(String name, String... furtherSettings) {
        List<String> settings = new ArrayList<>(List.of(furtherSettings));
        String prefix = "--docket.elasticsearch.prefix=";
        String shared = prefix + "docket";
        for (String setting : SharedElasticsearch.settings()) {
            if (setting.startsWith(prefix)) {
                shared = setting;
            } else {
                settings.add(setting);
            }
        }
        settings.add(shared + "-" + name);
        return new QueryPlatform(settings);
    }

    /** One for a program of its own; tests share theirs. */
    public static QueryPlatform open() {
        return new QueryPlatform();
    }

    /** A query node beside this one, on the same stores; whoever asks for it closes it. */
    public ConfigurableApplicationContext anotherNode(String... more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return Node.application(QueryNode.class, 0).run(all.toArray(String[]::new));
    }

    public ConfigurableApplicationContext node() {
        return context;
    }

    public LogProperties.Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public RequestMappingHandlerMapping routes() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** The database of the log and the views, past everything that guards it. */
    public JdbcClient jdbc() {
        return JdbcClient.create(context.getBean("projectionDatabase", DataSource.class));
    }

    /** Appends what somebody did just now. */
    public void append(Someone actor, UUID stream, DomainEvent... events) {
        append(actor, null, stream, events);
    }

    /** Appends what somebody did at a time. */
    public void append(
            Someone actor, @Nullable Instant occurredAt, UUID stream, DomainEvent... events) {
        Facts facts =
                new Facts(
                        actor.tenant(),
                        actor.person(),
                        "TestCommand",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "127.0.0.1 test",
                        occurredAt,
                        null,
                        null);
        long next = versions.getOrDefault(stream, 0L);
        bean(EventStorageEngine.class).appendEvents(TestLog.messages(facts, stream, next, events));
        versions.put(stream, next + events.length);
    }

    public long head() {
        return bean(LogReader.class).head();
    }

    /** What the log holds after a position. */
    public List<Recorded> eventsAfter(long position) {
        List<Recorded> events = new ArrayList<>();
        long read = position;
        for (List<Recorded> next = bean(LogReader.class).read(read, 1_000);
                !next.isEmpty();
                next = bean(LogReader.class).read(read, 1_000)) {
            events.addAll(next);
            read = next.getLast().position();
        }
        return events;
    }

    /**
     * Asks for what was appended up to now, however long the view or a new index takes: each try
     * waits for it.
     */
    public Answer get(Someone caller, String path) {
        return await().atMost(LONG)
                .pollDelay(Duration.ZERO)
                .until(
                        () -> ask(caller, path),
                        answer ->
                                answer.header("Docket-Stale").isEmpty() && answer.status() != 503);
    }

    /** Asks once for what was appended up to now. */
    public Answer ask(Someone caller, String path) {
        return send(request(caller, path).header("Docket-Position", Long.toString(head())));
    }

    /** Asks for what can be seen already. */
    public Answer getAtOnce(Someone caller, String path) {
        return send(request(caller, path));
    }

    /** Searches tickets among what was appended up to now. */
    public Answer search(Someone caller, String words, String... parameters) {
        return get(caller, searchFor(words, parameters));
    }

    /** Where tickets are searched. */
    public static String searchFor(String words, String... parameters) {
        String path = "/api/v1/search/tickets?q=" + coded(words);
        return parameters.length == 0 ? path : path + "&" + String.join("&", parameters);
    }

    public Answer getAs(Someone caller, String path, String mediaType) {
        return send(
                request(caller, path)
                        .header("Accept", mediaType)
                        .header("Docket-Position", Long.toString(head())));
    }

    public Answer post(Someone caller, String path) {
        return send(request(caller, path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** A request with the caller's token; GET unless told otherwise. */
    public HttpRequest.Builder request(Someone caller, String path) {
        String token = tokens.computeIfAbsent(caller, this::token);
        return requestWithoutToken(path).header("Authorization", "Bearer " + token);
    }

    public String token(Someone caller) {
        return bean(Tokens.class).access(caller.person(), caller.tenant(), caller.roles());
    }

    public HttpRequest.Builder requestWithoutToken(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    public <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The items of all pages, in their order. */
    public List<Answer> walk(Someone caller, String path) {
        List<Answer> pages = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(caller, cursor.isEmpty() ? path : with(path, "cursor", cursor));
            if (page.status() != 200) {
                throw new IllegalStateException(path + ": " + page.text());
            }
            pages.add(page);
            cursor = page.nextCursor();
        } while (!cursor.isEmpty());
        return pages;
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /** A path with one more parameter. */
    public static String with(String path, String name, String value) {
        return path + (path.contains("?") ? "&" : "?") + name + "=" + coded(value);
    }

    public static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
