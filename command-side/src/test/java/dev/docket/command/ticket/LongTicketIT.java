package dev.docket.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Recorded;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import dev.docket.log.TestLog;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A ticket with ten thousand events costs no more than any other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongTicketIT {

    private static final int EVENTS = 10_000;
    private static final int THROUGH_COMMANDS = 30;
    private static final int A_HUNDRED = 100;

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode WRITER = TestNode.on(DATABASE);
    private static final TestNode OTHER = TestNode.on(DATABASE, LoadedEvents.class);

    private static UUID ticket = new UUID(0, 0);

    @BeforeAll
    static void a_ticket_with_a_long_history() {
        ticket = WRITER.requester().open("No sound").id();
        Facts facts = WRITER.stream(ticket).getFirst().facts();
        int directly = EVENTS - THROUGH_COMMANDS;
        DomainEvent[] history = new DomainEvent[directly - 1];
        for (int i = 0; i < history.length; i++) {
            history[i] = new PriorityChanged(new TicketId(ticket), priority(i), priority(i + 1));
        }
        EventStorageEngine log = WRITER.bean(EventStorageEngine.class);
        log.appendEvents(TestLog.messages(facts, ticket, 1, history));
        for (int i = 0; i < THROUGH_COMMANDS; i++) {
            assertThat(note(WRITER.agent(), i).status()).isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> snapshot().getSequenceNumber() >= EVENTS - A_HUNDRED);
    }

    @AfterAll
    static void stop() {
        WRITER.close();
        OTHER.close();
    }

    private static Priority priority(int i) {
        return i % 2 == 0 ? Priority.MEDIUM : Priority.HIGH;
    }

    private static Answer note(TestHttp agent, int i) {
        return agent.post(
                "/tickets/" + ticket + "/notes",
                Map.of("body", "Note " + i),
                TestHttp.KEY,
                "note-" + i);
    }

    private static DomainEventMessage<?> snapshot() {
        return WRITER.bean(EventStorageEngine.class).readSnapshot(ticket.toString()).orElseThrow();
    }

    @Test
    void it_is_loaded_from_one_snapshot_and_a_short_tail_and_then_kept() {
        TestHttp agent = OTHER.agent();
        LoadedEvents.countFromZero();

        Answer first = note(agent, EVENTS);

        assertThat(first.version()).isEqualTo(EVENTS);
        assertThat(LoadedEvents.SNAPSHOTS).hasValue(1);
        assertThat(LoadedEvents.EVENTS).hasValueLessThanOrEqualTo(A_HUNDRED);
        LoadedEvents.countFromZero();

        Answer second = note(agent, EVENTS + 1);

        assertThat(second.version()).isEqualTo(EVENTS + 1);
        assertThat(LoadedEvents.READS).as("a warm ticket reads nothing").hasValue(0);
    }

    @Test
    void what_a_snapshot_holds_is_what_the_events_tell() {
        DomainEventMessage<?> snapshot = snapshot();
        Ticket folded = null;
        for (Recorded recorded : WRITER.stream(ticket)) {
            if (recorded.version() <= snapshot.getSequenceNumber()) {
                TicketEvent event = (TicketEvent) recorded.event();
                folded = Ticket.evolve(folded, event, recorded.facts(), recorded.version());
            }
        }

        assertThat(((TicketAggregate) snapshot.getPayload()).state()).isEqualTo(folded);
    }
}
