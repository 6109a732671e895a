package dev.docket.command.ticket;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command to a ticket. */
public enum TicketRule implements Rule {
    /** There is no such ticket in the caller's organisation, or the caller may not see it. */
    TICKET_NOT_FOUND(Kind.NOT_FOUND),
    /** Only agents do this. */
    AGENTS_ONLY(Kind.FORBIDDEN),
    /** A closed ticket changes only by being reopened; agents may still add notes. */
    TICKET_IS_CLOSED(Kind.CONFLICT),
    /** A merged ticket goes on in another one; only undoing the merge changes it. */
    TICKET_IS_MERGED(Kind.CONFLICT),
    /** A resolved ticket has to be reopened before anybody works on it. */
    TICKET_IS_RESOLVED(Kind.CONFLICT),
    TICKET_IS_NOT_ON_HOLD(Kind.CONFLICT),
    TICKET_IS_NOT_MERGED(Kind.CONFLICT),
    /** A ticket cannot be merged into, or linked to, itself. */
    TICKET_IS_THE_SAME(Kind.INVALID),
    /** A merge leads to a ticket that is open to changes. */
    TARGET_IS_FINISHED(Kind.CONFLICT),
    TARGET_NOT_FOUND(Kind.INVALID),
    MESSAGE_NOT_FOUND(Kind.NOT_FOUND),
    /** A message's content is deleted once; the first reason stands. */
    MESSAGE_IS_REDACTED(Kind.CONFLICT),
    LINK_NOT_FOUND(Kind.NOT_FOUND),
    TEXT_MISSING(Kind.INVALID),
    TEXT_TOO_LONG(Kind.INVALID),
    TEXT_HAS_CONTROL_CHARACTERS(Kind.INVALID),
    TOO_MANY_TAGS(Kind.INVALID),
    TOO_MANY_WATCHERS(Kind.CONFLICT),
    TOO_MANY_LINKS(Kind.CONFLICT),
    ASSIGNMENT_NAMES_NOBODY(Kind.INVALID);

    private final Kind kind;

    TicketRule(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
