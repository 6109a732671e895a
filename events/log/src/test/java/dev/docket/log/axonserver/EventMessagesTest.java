package dev.docket.log.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.event.Recorded;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonId;
import dev.docket.log.EventJson;
import dev.docket.log.TestLog;
import dev.docket.log.UnreadableEvent;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is handed to Axon Server, and what is made of what it hands back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventMessagesTest {

    private final EventMessages messages = new EventMessages(EventJson.released());
    private final PersonRenamed event =
            new PersonRenamed(new PersonId(UUID.randomUUID()), "Ann", "Anna");
    private final DomainEventMessage<?> message =
            TestLog.messages(TestLog.facts(), event.person().value(), 7, event).getFirst();

    @Test
    void an_event_is_the_same_after_the_way_there_and_back() {
        Event stored = messages.toServer(message, 41);
        Recorded read = messages.recorded(stored, 42);

        assertThat(stored.getPayload().getType()).isEqualTo("PersonRenamed");
        assertThat(EventMessages.positionBefore(stored)).isEqualTo(41);
        assertThat(read.event()).isEqualTo(event);
        assertThat(read.position()).isEqualTo(42);
        assertThat(read.version()).isEqualTo(7);
        assertThat(read.id()).hasToString(message.getIdentifier());
        assertThat(messages.message(stored).getMetaData()).isEqualTo(message.getMetaData());
    }

    @Test
    void what_another_application_wrote_is_unreadable_and_stops_nobody() {
        Event foreign =
                Event.newBuilder()
                        .setMessageIdentifier("order-1")
                        .setAggregateIdentifier("order")
                        .setPayload(EventMessages.serialized("com.example.Ordered", 1, new byte[0]))
                        .build();

        Recorded read = messages.recorded(foreign, 3);

        assertThat(read.event()).isInstanceOf(UnreadableEvent.class);
        assertThat(read.position()).isEqualTo(3);
        assertThat(read.facts().tenant().value()).isEqualTo(new UUID(0, 0));
        assertThat(EventMessages.positionBefore(foreign)).isZero();
    }

    @Test
    void an_aggregate_is_not_made_of_what_cannot_be_read() {
        Event stored = messages.toServer(message, 0);
        Event newer =
                stored.toBuilder()
                        .setPayload(stored.getPayload().toBuilder().setRevision("99"))
                        .build();

        assertThat(messages.recorded(newer, 1).event()).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> messages.message(newer))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("Version 7");
    }
}
