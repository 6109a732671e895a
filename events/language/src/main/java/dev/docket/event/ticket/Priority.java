package dev.docket.event.ticket;

/** How urgent a ticket is, in rising order. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
