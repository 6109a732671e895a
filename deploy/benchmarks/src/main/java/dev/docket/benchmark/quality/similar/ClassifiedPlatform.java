package dev.docket.benchmark.quality.similar;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases.Database;
import dev.docket.benchmark.view.Progress;
import dev.docket.edge.Node;
import dev.docket.edge.Tokens;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
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
import dev.docket.log.EventJson;
import dev.docket.log.FactsMetaData;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projections and queries in this JVM, over a log of classified tickets that they have read. */
final class ClassifiedPlatform implements AutoCloseable {

    private static final int POOL = 4;
    private static final int EVENTS_AT_ONCE = 500;

    /** As an import cuts it. */
    private static final int LONGEST_SUBJECT = 255;

    private static final TenantId TENANT = new TenantId(Ids.named("tenant", "classified"));
    private static final PersonId AGENT = new PersonId(Ids.named("agent", "1"));
    private static final UUID CAUSE = new UUID(0x7000, 0x8000_0000_0000_0000L);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext node;
    private final String address;

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({Projections.class, QuerySide.class})
    static class BothSides {}

    /**
     * @param withCategories whether the class of a ticket is its category
     */
    ClassifiedPlatform(
            Database database,
            URI elasticsearch,
            List<ClassifiedTicket> tickets,
            boolean withCategories) {
        try (HikariDataSource pool = database.pool(POOL)) {
            LogDatabase.migrate(pool);
            fill(pool, tickets, withCategories);
            String[] search = {
                "--docket.elasticsearch.url=" + elasticsearch,
                "--docket.elasticsearch.prefix=classified-" + System.nanoTime()
            };
            node =
                    Node.application(BothSides.class, 0)
                            .run(
                                    Stream.of(database.arguments(), search)
                                            .flatMap(Arrays::stream)
                                            .toArray(String[]::new));
            address =
                    "http://127.0.0.1:%s/api/v1"
                            .formatted(node.getEnvironment().getProperty("local.server.port"));
            Progress.await(() -> Progress.token(pool, "ticket_search") >= tickets.size());
            JdbcClient.create(pool).sql("VACUUM ANALYZE").update();
        }
    }

    private static void fill(
            HikariDataSource pool, List<ClassifiedTicket> tickets, boolean withCategories) {
        try (PostgresLog log =
                new PostgresLog(pool, EventJson.released(), List.of(), new SimpleMeterRegistry())) {
            List<DomainEventMessage<?>> waiting = new ArrayList<>();
            for (int number = 0; number < tickets.size(); number++) {
                waiting.add(opened(number, tickets.get(number), withCategories));
                if (waiting.size() == EVENTS_AT_ONCE || number == tickets.size() - 1) {
                    log.engine().appendEvents(waiting);
                    waiting = new ArrayList<>();
                }
            }
        }
    }

    private static DomainEventMessage<?> opened(
            int number, ClassifiedTicket ticket, boolean withCategories) {
        String text = ticket.text();
        TicketOpened event =
                new TicketOpened(
                        new TicketId(id(number)),
                        new TicketNumber(number + 1L),
                        AGENT,
                        Channel.API,
                        text.substring(0, Math.min(text.length(), LONGEST_SUBJECT)),
                        text,
                        Priority.MEDIUM,
                        new Classification(
                                TicketType.REQUEST,
                                withCategories ? ticket.group() : null,
                                new TreeSet<>()),
                        new Assignment(null, null),
                        null);
        Facts facts =
                new Facts(
                        TENANT,
                        PersonId.SYSTEM,
                        "OpenTicket",
                        CAUSE,
                        CAUSE,
                        "127.0.0.1 benchmark",
                        null,
                        null,
                        null);
        Instant now = Instant.now();
        return new GenericDomainEventMessage<>(
                "Ticket",
                event.ticket().toString(),
                0,
                new GenericEventMessage<>(event, FactsMetaData.of(facts)),
                () -> now);
    }

    /** Ids tell of which row of the file a ticket is. */
    private static UUID id(int number) {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | number);
    }

    /** The numbers of the tickets most like one of them. */
    List<Integer> likeTicket(int ticket, int limit) {
        JsonNode answer =
                send(request("/tickets/%s/similar?limit=%d".formatted(id(ticket), limit)));
        return answer.path("tickets")
                .valueStream()
                .map(other -> UUID.fromString(other.path("id").asString()))
                .map(id -> (int) id.getLeastSignificantBits())
                .toList();
    }

    /** What is like a text, for whoever writes it. */
    void likeText(String text) {
        String body = JSON.writeValueAsString(Map.of("subject", "", "description", text));
        send(
                request("/similar")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token());
    }

    /** A fresh one, as each is good for a quarter of an hour only. */
    private String token() {
        return node.getBean(Tokens.class).access(AGENT, TENANT, Set.of(Role.AGENT));
    }

    /** While the machine is busy with something else, an index that is slow counts as away. */
    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            while (answer.statusCode() == 503) {
                answer = http.send(request.build(), BodyHandlers.ofString());
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        node.close();
        http.close();
    }
}
