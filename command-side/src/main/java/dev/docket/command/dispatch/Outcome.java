package dev.docket.command.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a command handler answers.
 *
 * @param version of the aggregate after the command
 * @param decidedOn the version that the command was decided on, if nothing was recorded: the answer
 *     only holds while that is the newest one
 * @param result what the feature wants to tell
 */
public record Outcome<R>(long version, @Nullable Long decidedOn, R result) {

    public static <R> Outcome<R> recorded(long version, R result) {
        return new Outcome<>(version, null, result);
    }

    public static <R> Outcome<R> unchanged(long version, R result) {
        return new Outcome<>(version, version, result);
    }

    /**
     * Whether the command made something happen, instead of changing nothing or being a repeat.
     *
     * @param before the version that the aggregate had
     */
    public boolean happenedAfter(long before) {
        return decidedOn == null && version > before;
    }
}
