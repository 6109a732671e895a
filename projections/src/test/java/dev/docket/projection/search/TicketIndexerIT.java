package dev.docket.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.DescriptionChanged;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketId;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex.Field;
import dev.docket.log.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TicketIndexerIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static TestSearch search;

    @BeforeAll
    static void start() {
        search = new TestSearch();
    }

    @AfterAll
    static void stop() throws Exception {
        search.close();
    }

    @Test
    void a_ticket_is_indexed_whole_with_its_stems() {
        UUID ticket = search.open("Printer is jammed", "It keeps printing blank pages");
        MessageId note = new MessageId(UUID.randomUUID());
        search.append(
                ticket,
                new ReplyAdded(
                        new TicketId(ticket),
                        new MessageId(UUID.randomUUID()),
                        TestLog.ACTOR,
                        true,
                        true,
                        Channel.API,
                        "Did you restart it?",
                        Status.OPEN),
                new NoteAdded(new TicketId(ticket), note, TestLog.ACTOR, "zebrafish is broken"),
                new TicketResolved(new TicketId(ticket), Status.OPEN, "Replaced the drumkit"));

        search.awaitIndexed();

        TicketDocument document = search.document(ticket).orElseThrow();
        assertThat(document.status()).isEqualTo("RESOLVED");
        assertThat(document.priority()).isEqualTo("MEDIUM");
        assertThat(document.category()).isEqualTo("hardware/printer");
        assertThat(document.tags()).containsExactly("urgent");
        assertThat(document.replies()).isEqualTo("Did you restart it?\nReplaced the drumkit");
        assertThat(document.notes()).isEqualTo("zebrafish is broken\n");
        assertThat(document.version()).isEqualTo(3);
        assertThat(document.allStems()).isNull();
        assertThat(search.count(Field.ALL_STEMS, "zebrafish")).isEqualTo(1);
        assertThat(search.count(Field.PUBLIC_STEMS, "zebrafish")).isZero();
        assertThat(search.count(Field.PUBLIC_STEMS, "drumkit")).isEqualTo(1);
        assertThat(search.count(Field.SUBJECT_STEMS, "jam")).isEqualTo(1);
        assertThat(search.count(Field.CATEGORY_PATH, "hardware")).isPositive();
    }

    @Test
    void what_was_deleted_can_no_longer_be_found() {
        UUID ticket = search.open("A secret", "");
        MessageId note = new MessageId(UUID.randomUUID());
        search.append(
                ticket, new NoteAdded(new TicketId(ticket), note, TestLog.ACTOR, "hunter2pass"));
        search.awaitIndexed();
        assertThat(search.count(Field.ALL_STEMS, "hunter2pass")).isEqualTo(1);

        search.append(ticket, new MessageRedacted(new TicketId(ticket), note, "a password"));
        search.awaitIndexed();

        assertThat(search.count(Field.ALL_STEMS, "hunter2pass")).isZero();
        assertThat(search.document(ticket).orElseThrow().notes()).isEmpty();
    }

    @Test
    void a_bulk_that_is_repeated_or_late_does_no_harm() {
        UUID ticket = search.open("First subject", "written once");
        search.awaitIndexed();
        IndexedView tickets = ChangedTickets.view(search.log.database());
        List<ChangedDocument> old = changed(tickets, ticket);
        search.append(
                ticket,
                new DescriptionChanged(new TicketId(ticket), "written once", "written twice"));
        search.awaitIndexed();

        BulkWriter bulk = new BulkWriter(search.elasticsearch);
        assertThat(bulk.write(search.names.names().writeAlias(), old)).isEmpty();
        List<ChangedDocument> now = changed(tickets, ticket);
        assertThat(bulk.write(search.names.names().writeAlias(), now)).isEmpty();
        assertThat(bulk.write(search.names.names().writeAlias(), old)).isEmpty();

        assertThat(search.document(ticket).orElseThrow().description()).isEqualTo("written twice");
    }

    private static List<ChangedDocument> changed(IndexedView tickets, UUID ticket) {
        return tickets.after(0, 1_000).documents().stream()
                .filter(changed -> changed.id().equals(ticket))
                .toList();
    }

    @Test
    void an_index_that_somebody_deleted_comes_back_by_itself() throws Exception {
        UUID ticket = search.open("Phoenix", "from the ashes");
        search.awaitIndexed();
        String deleted = search.servingIndex();

        search.elasticsearch.indices().delete(request -> request.index(deleted));

        await().atMost(BOUND).ignoreExceptions().until(() -> search.document(ticket).isPresent());
        await().atMost(BOUND)
                .ignoreExceptions()
                .until(search::servingIndex, name -> !name.equals(deleted));
    }

    @Test
    void an_alias_that_somebody_took_from_readers_comes_back_by_itself() throws Exception {
        UUID ticket = search.open("Kestrel", "above the fields");
        search.awaitIndexed();
        String serving = search.servingIndex();

        search.elasticsearch
                .indices()
                .deleteAlias(request -> request.index(serving).name(search.names.readAlias()));

        await().atMost(TestSearch.BOUND)
                .ignoreExceptions()
                .until(() -> search.document(ticket).isPresent());
        assertThat(search.servingIndex()).isEqualTo(serving);
    }

    @Test
    void an_index_deleted_while_tickets_change_comes_back_by_itself() throws Exception {
        search.awaitIndexed();
        search.elasticsearch.indices().delete(request -> request.index(search.servingIndex()));
        UUID ticket = search.open("Written into the gap", "");

        await().atMost(BOUND).ignoreExceptions().until(() -> search.document(ticket).isPresent());
    }

    @Test
    void a_rebuild_takes_the_place_of_the_serving_index_without_a_failed_read() throws Exception {
        UUID ticket = search.open("Always there", "");
        search.awaitIndexed();
        String before = search.servingIndex();
        AtomicBoolean missed = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!done.get()) {
                                try {
                                    if (search.document(ticket).isEmpty()) {
                                        missed.set(true);
                                    }
                                } catch (RuntimeException failed) {
                                    missed.set(true);
                                }
                            }
                        });

        search.indexer().rebuild();

        await().atMost(BOUND).until(() -> !search.servingIndex().equals(before));
        done.set(true);
        reader.join();
        assertThat(missed).isFalse();
    }

    @Test
    void another_indexer_goes_on_where_the_first_one_stopped() {
        search.open("Before the restart", "");
        search.awaitIndexed();
        String before = search.servingIndex();

        search.restartIndexer();
        UUID ticket = search.open("After the restart", "");
        search.awaitIndexed();

        assertThat(search.document(ticket)).isPresent();
        assertThat(search.servingIndex()).isEqualTo(before);
    }

    @Test
    void a_document_that_elasticsearch_refuses_is_parked_and_the_rest_goes_on() throws Exception {
        search.awaitIndexed();
        String unfit = "t".repeat(40_000);
        UUID poison = search.open("Poison", "");
        search.awaitIndexed();
        search.jdbc
                .sql(
                        """
                        UPDATE tickets.ticket
                        SET category = ?, change = DEFAULT, position = position + 1
                        WHERE id = ?
                        """)
                .params(unfit, poison)
                .update();
        UUID good = search.open("Good", "");
        search.awaitIndexed();

        assertThat(search.document(good)).isPresent();
        assertThat(parked()).containsExactly(poison);
        assertThat(search.document(poison).orElseThrow().category()).isEqualTo("hardware/printer");
    }

    @Test
    void what_changes_while_an_index_is_closed_waits_for_it() throws Exception {
        search.open("Before the doors close", "");
        search.awaitIndexed();
        String serving = search.servingIndex();
        List<UUID> parked = parked();
        search.elasticsearch.indices().close(request -> request.index(serving));
        UUID ticket = search.open("Behind closed doors", "");
        await().during(Duration.ofSeconds(1)).atMost(BOUND).until(() -> parked().equals(parked));

        search.elasticsearch.indices().open(request -> request.index(serving));

        search.awaitIndexed();
        assertThat(search.document(ticket)).isPresent();
        assertThat(parked()).isEqualTo(parked);
    }

    private List<UUID> parked() {
        return search.jdbc
                .sql("SELECT stream FROM ticket_search.dead_letter")
                .query(UUID.class)
                .list();
    }
}
