package dev.docket.command.dispatch;

/**
 * A state on which commands are decided.
 *
 * @param <R> what the answer to a command tells of it
 */
public interface Decided<R> {

    /** Of the last event that is folded in; -1 before the first. */
    long version();

    RecentCommands<R> recent();

    R answer();
}
