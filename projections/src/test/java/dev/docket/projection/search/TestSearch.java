package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
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
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex;
import dev.docket.log.TestLog;
import dev.docket.projection.ticket.TicketsProjection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log, its tickets' view and its search index, running. */
final class TestSearch implements AutoCloseable {

    static final Duration BOUND = TestIndex.BOUND;

    final TicketIndex names;
    private final TestIndex index;
    final TestLog log;
    final ElasticsearchClient elasticsearch;
    final JdbcClient jdbc;
    private Indexer indexer;
    private long number = 1000;

    TestSearch() {
        this(TestElasticsearch.create());
    }

    TestSearch(ElasticsearchProperties properties) {
        names = new TicketIndex(properties.prefix());
        index = new TestIndex(properties, names.names(), new TicketsProjection(), "ticket_search");
        log = index.log;
        elasticsearch = index.elasticsearch;
        jdbc = index.jdbc;
        indexer = startIndexer();
    }

    private Indexer startIndexer() {
        return new Indexer(ChangedTickets.view(index.stores.database()), index.names, index.stores);
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
        index.awaitIndexed();
    }

    long position() {
        return index.position();
    }

    Optional<TicketDocument> document(UUID ticket) {
        return index.document(ticket, TicketDocument.class);
    }

    /** How many documents can be found by a stem. */
    long count(String field, String stem) {
        return index.count(field, stem);
    }

    String servingIndex() {
        return index.servingIndex();
    }

    @Override
    public void close() throws IOException {
        indexer.close();
        index.close();
    }
}
