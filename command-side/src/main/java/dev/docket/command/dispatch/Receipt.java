package dev.docket.command.dispatch;

/**
 * The answer to a command that was accepted.
 *
 * @param version of the aggregate after the command
 * @param position a view that has reached it shows what the command did
 */
public record Receipt<R>(long version, long position, R result) {}
