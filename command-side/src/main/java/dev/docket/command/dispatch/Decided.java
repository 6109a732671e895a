package dev.docket.command.dispatch;

import java.util.Optional;

/**
 * A state on which commands are decided.
 *
 * @param <R> what the answer to a command tells of it
 */
public interface Decided<R> {

    /** Of the last event that is folded in; -1 before the first. */
    long version();

    R answer();

    /**
     * The answer that a command's first sending had, whatever has happened since; empty if the wish
     * repeats none that is known.
     *
     * @throws RefusedOnVersionException if another request bore the wish's key
     */
    Optional<Outcome<R>> repeated(Wish wish);
}
