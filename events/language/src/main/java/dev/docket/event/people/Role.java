package dev.docket.event.people;

/** What a person may do; a person may have several. */
public enum Role {
    /** Opens tickets and follows their own. */
    REQUESTER,
    /** Works on all tickets of the organisation. */
    AGENT,
    /** An agent who also sees the dashboards and runs imports. */
    LEAD,
    /** Manages people and operates the platform. */
    ADMIN,
    /** Reads and exports the whole history, changes nothing. */
    AUDITOR
}
