package dev.docket.log.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Reads the whole log forwards from a position, for one reader at a time. */
final class Scan implements AutoCloseable {

    /** Events that the server may send ahead; reading pages needs no more. */
    private static final int AHEAD = 2_048;

    private static final int ASK_AGAIN_AFTER = 512;

    private final EventStream stream;
    private long position;

    private Scan(EventStream stream, long position) {
        this.stream = stream;
        this.position = position;
    }

    /** After the position: an index of Axon Server is one less, and it also begins after it. */
    static Scan after(EventChannel events, long position) {
        return new Scan(events.openStream(position - 1, AHEAD, ASK_AGAIN_AFTER, false), position);
    }

    static long position(EventWithToken event) {
        return event.getToken() + 1;
    }

    /** Of the last event that was read. */
    long position() {
        return position;
    }

    /** The next event, which must be in the log already. */
    EventWithToken next() throws InterruptedException {
        EventWithToken next = next(AxonServer.LONGEST_WAIT.toMillis());
        if (next == null) {
            throw new EventStoreException(
                    "Axon Server does not send what follows position " + position);
        }
        return next;
    }

    /** The next event, or null if none came in time. */
    @Nullable EventWithToken next(long milliseconds) throws InterruptedException {
        EventWithToken next = stream.nextIfAvailable(milliseconds, TimeUnit.MILLISECONDS);
        return next == null ? nothing() : read(next);
    }

    /** The next event if it is here already. */
    @Nullable EventWithToken nextAtHand() {
        EventWithToken next = stream.nextIfAvailable();
        return next == null ? null : read(next);
    }

    private @Nullable EventWithToken nothing() {
        if (stream.isClosed()) {
            throw new EventStoreException(
                    "Axon Server has ended a stream", stream.getError().orElse(null));
        }
        return null;
    }

    private EventWithToken read(EventWithToken next) {
        position = position(next);
        return next;
    }

    @Override
    public void close() {
        stream.close();
    }
}
