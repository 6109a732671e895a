package dev.docket.log;

import dev.docket.event.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the log, whichever engine holds it. Positions are dense and become visible in order: who
 * has read up to a position has missed nothing before it.
 *
 * <p>An event that this version of Docket cannot read arrives as {@link UnreadableEvent}; reading
 * never fails because of one.
 */
public interface LogReader {

    /**
     * The events after a position, in order.
     *
     * @param after the last position already read, 0 for none
     * @param limit how many at most
     * @return empty when there is nothing after that position yet
     */
    List<Recorded> read(long after, int limit);

    /** All events of one stream, in order; empty for a stream that does not exist. */
    List<Recorded> readStream(UUID stream);

    /** One event of a stream; empty if the stream has not come that far. */
    Optional<Recorded> readEvent(UUID stream, long version);

    /** The position of the newest event that {@link #read} can see, 0 for an empty log. */
    long head();

    /**
     * Calls back soon after events were appended, by any process. Calls may be joined, late or
     * superfluous, but after the last append there is always one. They come from a thread of the
     * log's own and must return at once.
     */
    Subscription onAppend(Runnable wake);

    /** Ends the calls. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
