package dev.docket.event.ticket;

/** Where a ticket stands. */
public enum Status {
    /** Nobody has looked at it yet. */
    NEW,
    /** An agent has taken note of it. */
    OPEN,
    /** An agent is working on it. */
    IN_PROGRESS,
    /** It waits for somebody outside: the requester, a vendor, a date. */
    PENDING,
    /** A solution was given; the requester may still answer. */
    RESOLVED,
    /** Finished: only reopening changes it. */
    CLOSED,
    /** It goes on in another ticket. */
    MERGED
}
