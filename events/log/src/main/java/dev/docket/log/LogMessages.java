package dev.docket.log;

import dev.docket.event.DomainEvent;
import dev.docket.event.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** What was recorded, as Axon's messages. */
public record LogMessages(EventTypes types) {

    private static final int PAGE = 1_000;

    /**
     * @throws EventStoreException if the event cannot be read: an aggregate without it would decide
     *     on what is not so
     */
    public DomainEventMessage<DomainEvent> of(Recorded event) {
        if (event.event() instanceof UnreadableEvent unreadable) {
            throw new EventStoreException(
                    "Version %d of stream %s cannot be read: %s"
                            .formatted(event.version(), event.stream(), unreadable.reason()));
        }
        return new GenericDomainEventMessage<>(
                types.of(event.event()).stream(),
                event.stream().toString(),
                event.version(),
                event.event(),
                FactsMetaData.of(event.facts()),
                event.id().toString(),
                event.recordedAt());
    }

    /**
     * What is in the log after a token, page by page up to its present end.
     *
     * @param after null for the beginning
     */
    public Stream<TrackedEventMessage<?>> after(@Nullable TrackingToken after, LogReader log) {
        long start = after == null ? 0 : after.position().orElse(0);
        return Stream.iterate(
                        log.read(start, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.read(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(event ->
                        new GenericTrackedDomainEventMessage<>(
                                new GlobalSequenceTrackingToken(event.position()), of(event)));
    }
}
