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

    /** The state after an event, or after a snapshot of the aggregate. */
    @FunctionalInterface
    public interface Fold<S> {
        S after(@Nullable S before, DomainEventMessage<?> message);
    }

    private record Seen<S>(S state, long version) {}

    /** The newest state; empty for a stream that was never begun. */
    public Optional<S> of(UUID stream) {
        Seen<S> known = seen.getIfPresent(stream);
        DomainEventStream tail =
                known == null
                        ? events.readEvents(stream.toString())
                        : events.readEvents(stream.toString(), known.version() + 1);
        if (!tail.hasNext()) {
            return Optional.ofNullable(known).map(Seen::state);
        }
        Seen<S> newest = after(known, tail.next());
        while (tail.hasNext()) {
            newest = after(newest, tail.next());
        }
        seen.put(stream, newest);
        return Optional.of(newest.state());
    }

    private Seen<S> after(@Nullable Seen<S> before, DomainEventMessage<?> message) {
        S state = before == null ? null : before.state();
        return new Seen<>(fold.after(state, message), message.getSequenceNumber());
    }
}
