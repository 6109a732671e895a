package dev.docket.event.ticket;

/** What kind of concern a ticket is, in the terms of ITIL 4. */
public enum TicketType {
    QUESTION,
    INCIDENT,
    PROBLEM,
    REQUEST,
    CHANGE
}
