package dev.docket.log.axonserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a stream are in the whole log, which Axon Server does not say when it is read
 * by stream. Each event bears a position that its writer knew to be before it; from there the log
 * is read until the event appears, which is rarely more than a few events. What was once found, or
 * passed by, is remembered.
 */
final class StreamPositions {

    private static final long REMEMBERED = 200_000;

    /** Reading on over so many events costs less than opening another stream. */
    private static final long READ_ON = 1_000;

    private final Cache<UUID, Long> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    void learn(UUID event, long position) {
        known.put(event, position);
    }

    /** The positions of events of one stream, which come in its order. */
    long[] of(EventChannel events, List<Event> stream) throws InterruptedException {
        long[] positions = new long[stream.size()];
        long previous = 0;
        Scan scan = null;
        try {
            for (int i = 0; i < positions.length; i++) {
                Event event = stream.get(i);
                UUID id = UUID.fromString(event.getMessageIdentifier());
                Long position = known.getIfPresent(id);
                if (position == null) {
                    scan = from(events, scan, Math.max(previous, before(event)));
                    position = find(event, scan);
                    learn(id, position);
                }
                positions[i] = position;
                previous = position;
            }
        } finally {
            if (scan != null) {
                scan.close();
            }
        }
        return positions;
    }

    private static long before(Event event) {
        return EventMessages.positionBefore(event);
    }

    private static Scan from(EventChannel events, @Nullable Scan scan, long position) {
        if (scan != null) {
            if (scan.position() <= position && position - scan.position() < READ_ON) {
                return scan;
            }
            scan.close();
        }
        return Scan.after(events, position);
    }

    private static long find(Event event, Scan scan) throws InterruptedException {
        EventWithToken next = scan.next();
        while (!next.getEvent().getMessageIdentifier().equals(event.getMessageIdentifier())) {
            next = scan.next();
        }
        return Scan.position(next);
    }
}
