package dev.docket.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * States that a command looks at but does not change. Nobody waits for a lock, and what is seen is
 * as new as the log was at the call: the tail of the stream is read each time, all of it only once.
 * Another command may change the state before the one that looked at it is recorded.
 */
public final class LatestStates<S> {

    private final EventStore events;
    private final Fold<S> fold;
    private final Cache<UUID, Seen<S>> seen;

    /**
     * @param most how many are kept in memory
     */
    public LatestStates(EventStore events, int most, Fold<S> fold) {
        this.events = events;
        this.fold = fold;
        this.seen = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The state after an event, or after a snapshot; null for what is of another kind. */
    @FunctionalInterface
    public interface Fold<S> {
        @Nullable S after(@Nullable S before, DomainEventMessage<?> message);
    }

    private record Seen<S>(S state, long version) {}

    /** The newest state; empty for a stream that was never begun, or is of another kind. */
    public Optional<S> of(UUID stream) {
        Seen<S> newest = seen.getIfPresent(stream);
        DomainEventStream tail =
                newest == null
                        ? events.readEvents(stream.toString())
                        : events.readEvents(stream.toString(), newest.version() + 1);
        while (tail.hasNext()) {
            DomainEventMessage<?> message = tail.next();
            S state = fold.after(newest == null ? null : newest.state(), message);
            if (state == null) {
                return Optional.empty();
            }
            newest = new Seen<>(state, message.getSequenceNumber());
            seen.put(stream, newest);
        }
        return Optional.ofNullable(newest).map(Seen::state);
    }
}
