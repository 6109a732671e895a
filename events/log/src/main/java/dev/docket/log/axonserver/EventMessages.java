package dev.docket.log.axonserver;

import com.google.protobuf.ByteString;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.log.EventJson;
import dev.docket.log.EventType;
import dev.docket.log.FactsMetaData;
import dev.docket.log.LogMessages;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import tools.jackson.core.JacksonException;

/**
 * Events as Axon Server holds them. Type and revision are those of the allow-list, the payload is
 * the event's JSON, the facts are JSON in the metadata. Times are kept in milliseconds.
 */
final class EventMessages {

    private static final String FACTS = "facts";

    /** A position before the event's own, which the writer knew; see {@link StreamPositions}. */
    private static final String AFTER = "docket-after";

    private static final UUID NOBODY = new UUID(0, 0);

    private final EventJson json;
    private final LogMessages log;

    EventMessages(EventJson json) {
        this.json = json;
        this.log = new LogMessages(json.types());
    }

    LogMessages log() {
        return log;
    }

    /**
     * @param after a position that is certainly before the event's own
     */
    Event toServer(DomainEventMessage<?> message, long after) {
        if (!(message.getPayload() instanceof DomainEvent payload)) {
            throw new IllegalArgumentException(
                    "Only events belong in the log: " + message.getPayloadType());
        }
        EventType type = json.types().of(payload);
        byte[] facts = json.write(FactsMetaData.in(message));
        return Event.newBuilder()
                .setMessageIdentifier(message.getIdentifier())
                .setAggregateIdentifier(message.getAggregateIdentifier())
                .setAggregateSequenceNumber(message.getSequenceNumber())
                .setAggregateType(type.stream())
                .setTimestamp(message.getTimestamp().toEpochMilli())
                .setPayload(serialized(type.name(), type.revision(), json.write(payload)))
                .putMetaData(
                        FACTS,
                        MetaDataValue.newBuilder()
                                .setTextValue(new String(facts, StandardCharsets.UTF_8))
                                .build())
                .putMetaData(AFTER, MetaDataValue.newBuilder().setNumberValue(after).build())
                .build();
    }

    static SerializedObject serialized(String type, int revision, byte[] json) {
        return SerializedObject.newBuilder()
                .setType(type)
                .setRevision(Integer.toString(revision))
                .setData(ByteString.copyFrom(json))
                .build();
    }

    /** A position that is certainly before the event's own; 0 if its writer did not leave one. */
    static long positionBefore(Event event) {
        return event.getMetaDataOrDefault(AFTER, MetaDataValue.getDefaultInstance())
                .getNumberValue();
    }

    /** The event for readers; what Docket did not write is unreadable and belongs to nobody. */
    Recorded recorded(Event event, long position) {
        SerializedObject payload = event.getPayload();
        try {
            return new Recorded(
                    position,
                    UUID.fromString(event.getAggregateIdentifier()),
                    event.getAggregateSequenceNumber(),
                    UUID.fromString(event.getMessageIdentifier()),
                    payload.getType(),
                    Instant.ofEpochMilli(event.getTimestamp()),
                    facts(event),
                    payload(payload));
        } catch (IllegalArgumentException | JacksonException foreign) {
            return foreign(event, position, foreign);
        }
    }

    private Facts facts(Event event) {
        String facts =
                event.getMetaDataOrDefault(FACTS, MetaDataValue.getDefaultInstance())
                        .getTextValue();
        return json.readFacts(facts.getBytes(StandardCharsets.UTF_8));
    }

    private DomainEvent payload(SerializedObject payload) {
        return json.read(
                payload.getType(),
                Integer.parseInt(payload.getRevision()),
                payload.getData().toByteArray());
    }

    private static Recorded foreign(Event event, long position, RuntimeException reason) {
        SerializedObject payload = event.getPayload();
        return new Recorded(
                position,
                anyId(event.getAggregateIdentifier()),
                event.getAggregateSequenceNumber(),
                anyId(event.getMessageIdentifier()),
                payload.getType(),
                Instant.ofEpochMilli(event.getTimestamp()),
                new Facts(
                        new TenantId(NOBODY),
                        PersonId.SYSTEM,
                        "unknown",
                        NOBODY,
                        NOBODY,
                        "another application",
                        null,
                        null,
                        null),
                EventJson.unreadable(
                        payload.getType(),
                        0,
                        payload.getData().toByteArray(),
                        "Docket did not write it: " + reason.getMessage()));
    }

    private static UUID anyId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The event for an aggregate.
     *
     * @throws EventStoreException if it cannot be read
     */
    DomainEventMessage<DomainEvent> message(Event event) {
        return log.of(recorded(event, 0));
    }
}
