package dev.docket.query.search;

import static org.awaitility.Awaitility.await;

import dev.docket.edge.Node;
import dev.docket.edge.Tokens;
import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import dev.docket.log.TestLog;
import dev.docket.projection.Projections;
import dev.docket.query.QuerySide;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projections and queries in one process, on a log to which a test appends. */
final class SearchPlatform implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 512;

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({Projections.class, QuerySide.class})
    static class BothSides {}

    /** A person of an organisation. */
    record Someone(TenantId tenant, PersonId person, Set<Role> roles) {

        static Someone of(TenantId tenant, Role... roles) {
            return new Someone(tenant, new PersonId(UUID.randomUUID()), Set.of(roles));
        }
    }

    /** An answer over HTTP. */
    record Answer(int status, JsonNode body, HttpResponse<String> http) {

        List<String> subjects() {
            return body.path("items").valueStream().map(i -> i.path("subject").asString()).toList();
        }
    }

    private final Path directory;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<UUID, Long> versions = new HashMap<>();
    private EmbeddedElasticsearch elasticsearch;
    private long number = 1000;

    SearchPlatform(Path directory) {
        this.directory = directory;
        this.elasticsearch = startElasticsearch();
        LogProperties.Database database = TestDatabase.create();
        SpringApplication application = Node.application(BothSides.class, 0);
        context =
                application.run(
                        "--server.port=0",
                        "--docket.postgres.url=" + database.url(),
                        "--docket.postgres.username=" + database.username(),
                        "--docket.elasticsearch.url=" + elasticsearch.address());
    }

    private EmbeddedElasticsearch startElasticsearch() {
        return EmbeddedElasticsearch.start(
                directory, directory.resolveSibling("logs"), HEAP_MEGABYTES);
    }

    void stopElasticsearch() {
        elasticsearch.close();
    }

    void restartElasticsearch() {
        elasticsearch = startElasticsearch();
    }

    /** A ticket that is still to be opened; everything but its text has a usual value. */
    final class Draft {
        private final Someone requester;
        private final String subject;
        private String description = "";
        private Priority priority = Priority.MEDIUM;
        private String category = "software/mail";
        private List<String> tags = List.of();
        private Assignment assignment = Assignment.NOBODY;

        private Draft(Someone requester, String subject) {
            this.requester = requester;
            this.subject = subject;
        }

        Draft describedAs(String text) {
            description = text;
            return this;
        }

        Draft with(Priority other) {
            priority = other;
            return this;
        }

        Draft in(String otherCategory, String... otherTags) {
            category = otherCategory;
            tags = List.of(otherTags);
            return this;
        }

        Draft assignedTo(Someone agent) {
            assignment = new Assignment(null, agent.person());
            return this;
        }

        /** Its number. */
        long open() {
            UUID id = UUID.randomUUID();
            append(
                    requester,
                    id,
                    new TicketOpened(
                            new TicketId(id),
                            new TicketNumber(++number),
                            requester.person(),
                            Channel.API,
                            subject,
                            description,
                            priority,
                            new Classification(TicketType.INCIDENT, category, new TreeSet<>(tags)),
                            assignment,
                            null));
            return number;
        }

        UUID openId() {
            open();
            return lastOpened;
        }
    }

    private UUID lastOpened = new UUID(0, 0);

    Draft ticket(Someone requester, String subject) {
        return new Draft(requester, subject);
    }

    void append(Someone actor, UUID ticket, DomainEvent... events) {
        lastOpened = ticket;
        Facts usual = TestLog.facts();
        Facts facts =
                new Facts(
                        actor.tenant(),
                        actor.person(),
                        usual.command(),
                        usual.commandId(),
                        usual.correlation(),
                        usual.origin(),
                        null,
                        null,
                        null);
        long next = versions.getOrDefault(ticket, 0L);
        context.getBean(EventStorageEngine.class)
                .appendEvents(TestLog.messages(facts, ticket, next, events));
        versions.put(ticket, next + events.length);
    }

    /** Waits until there is an index to search. */
    void awaitIndex() {
        Someone anybody = Someone.of(new TenantId(new UUID(0, 1)), Role.AGENT);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> searchAtOnce(anybody, "anything").status() == 200);
    }

    /** Searches what was appended up to now. */
    Answer search(Someone someone, String words, String... parameters) {
        long head = context.getBean(LogReader.class).head();
        return get(someone, query(words, parameters), Long.toString(head));
    }

    /** Searches what can be found already. */
    Answer searchAtOnce(Someone someone, String words, String... parameters) {
        return get(someone, query(words, parameters), "0");
    }

    Answer list(Someone someone) {
        long head = context.getBean(LogReader.class).head();
        return get(someone, "/api/v1/tickets", Long.toString(head));
    }

    private static String query(String words, String... parameters) {
        StringBuilder query = new StringBuilder("/api/v1/search/tickets?q=").append(coded(words));
        for (String parameter : parameters) {
            query.append('&').append(parameter);
        }
        return query.toString();
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer get(Someone someone, String path, String position) {
        Tokens tokens = context.getBean(Tokens.class);
        String token = tokens.access(someone.person(), someone.tenant(), someone.roles());
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Docket-Position", position)
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
        elasticsearch.close();
    }
}
