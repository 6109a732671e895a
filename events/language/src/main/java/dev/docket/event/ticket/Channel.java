package dev.docket.event.ticket;

/** By which way a ticket or a reply came in. */
public enum Channel {
    API,
    WEB,
    EMAIL,
    IMPORT
}
