package dev.docket.projection.running;

/**
 * Where a view or an index is.
 *
 * @param head of the log
 * @param lagEvents events in the log that it does not show yet
 */
public record Standing(String name, long position, long head, long lagEvents, long deadLetters) {

    static Standing of(Follower follower, long head) {
        long position = follower.position();
        return new Standing(
                follower.name(),
                position,
                head,
                Math.max(0, head - position),
                follower.countDeadLetters());
    }
}
