package dev.docket.command.ticket;

/**
 * How many files a ticket takes.
 *
 * @param filesPerMessage that one reply or note brings, or that belong to the ticket itself
 * @param bytesPerTicket of all files that it has
 */
public record FileLimits(int filesPerMessage, long bytesPerTicket) {}
