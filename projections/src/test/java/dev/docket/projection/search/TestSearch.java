package dev.docket.projection.search;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.GetResponse;
import dev.docket.event.DomainEvent;
import dev.docket.event.Ids;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import dev.docket.index.Elasticsearch;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex;
import dev.docket.log.TestLog;
import dev.docket.projection.running.RunningProjections;
import dev.docket.projection.ticket.TicketsProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log, its tickets' view and its search index, running. */
final class TestSearch implements AutoCloseable {

    static final Duration BOUND = Duration.ofSeconds(30);

    final TestLog log = new TestLog();
    final TicketIndex names;
    final ElasticsearchClient elasticsearch;
    final JdbcClient jdbc = JdbcClient.create(log.database());
    private final RunningProjections tickets;
    private Indexer indexer;
    private long number = 1000;

    TestSearch() {
        this(TestElasticsearch.create());
    }

    TestSearch(ElasticsearchProperties properties) {
        names = new TicketIndex(properties.prefix());
        elasticsearch =
                Elasticsearch.connect(
                        properties,
                        new Elasticsearch.Patience(
                                Duration.ofSeconds(1), Duration.ofSeconds(10), 4));
        tickets =
                new RunningProjections(
                        List.of(new TicketsProjection()),
                        log.reader(),
                        log.database(),
                        new SimpleMeterRegistry());
        indexer = startIndexer();
    }

    private Indexer startIndexer() {
        return new Indexer(
                ChangedTickets.view(log.database()),
                names.names(),
                log.database(),
                elasticsearch,
                log.reader(),
                Clock.systemUTC());
    }

    Indexer indexer() {
        return indexer;
    }

    void restartIndexer() {
        indexer.close();
        indexer = startIndexer();
    }

    UUID open(String subject, String description) {
        UUID ticket = UUID.randomUUID();
        append(
                ticket,
                new TicketOpened(
                        new TicketId(ticket),
                        new TicketNumber(++number),
                        TestLog.ACTOR,
                        Channel.API,
                        subject,
                        description,
                        Priority.MEDIUM,
                        new Classification(
                                TicketType.INCIDENT,
                                "hardware/printer",
                                new TreeSet<>(List.of("urgent"))),
                        Assignment.NOBODY,
                        null));
        return ticket;
    }

    static UUID id(String name) {
        return Ids.named("test", name);
    }

    void append(UUID ticket, DomainEvent... events) {
        log.append(ticket, events);
    }

    void awaitIndexed() {
        long head = log.reader().head();
        await().atMost(BOUND).ignoreExceptions().until(() -> position() >= head);
    }

    long position() {
        return jdbc.sql("SELECT position FROM ticket_search.token").query(Long.class).single();
    }

    Optional<TicketDocument> document(UUID ticket) {
        try {
            GetResponse<TicketDocument> found =
                    elasticsearch.get(
                            request -> request.index(names.readAlias()).id(ticket.toString()),
                            TicketDocument.class);
            return Optional.ofNullable(found.source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many documents can be found by a stem. */
    long count(String field, String stem) {
        try {
            elasticsearch.indices().refresh(request -> request.index(names.readAlias()));
            return elasticsearch
                    .count(request ->
                            request.index(names.readAlias())
                                    .query(query ->
                                            query.term(term -> term.field(field).value(stem))))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String servingIndex() {
        return jdbc.sql("SELECT name FROM ticket_search.physical_index WHERE role = 'SERVING'")
                .query(String.class)
                .single();
    }

    @Override
    public void close() throws IOException {
        indexer.close();
        tickets.close();
        elasticsearch.close();
        log.close();
    }
}
