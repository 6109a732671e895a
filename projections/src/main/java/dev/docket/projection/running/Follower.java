package dev.docket.projection.running;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What follows the log and operators see and steer: a view, or an index of one. What is asked of it
 * holds for all nodes, unless it says otherwise.
 */
public interface Follower {

    String name();

    /** It shows all that the log holds up to this position. */
    long position();

    /** How long ago this node last saw it move, or have nothing to do. */
    Duration sinceProgress();

    /** Has it built anew while it serves on; empty while that is already going on. */
    Optional<Rebuild.Progress> rebuild();

    /** How the newest rebuild goes or went; empty if this node knows of none. */
    Optional<Rebuild.Progress> lastRebuild();

    /** The first thousand, in the order of the log. */
    List<DeadLetter> deadLetters();

    long countDeadLetters();

    /**
     * Tries again what is parked at a position, and what waits behind it.
     *
     * @return how much of it went in; empty if nothing is parked there
     * @throws StoreAwayException if a store did not answer; everything is as it was
     */
    OptionalInt retry(long position);

    /** Gives up what is parked at a position; whether there was anything. */
    boolean evict(long position);
}
