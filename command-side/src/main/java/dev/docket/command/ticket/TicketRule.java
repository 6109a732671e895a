package dev.docket.command.ticket;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command to a ticket. */
public final class TicketRule {

    /** There is no such ticket in the caller's organisation, or the caller may not see it. */
    public static final Rule TICKET_NOT_FOUND = Rule.notFound("ticket-not-found");

    /** Only agents do this. */
    public static final Rule AGENTS_ONLY = Rule.forbidden("agents-only");

    /** A closed ticket changes only by being reopened; agents may still add notes. */
    public static final Rule TICKET_IS_CLOSED = Rule.conflict("ticket-is-closed");

    /** A merged ticket goes on in another one; only undoing the merge changes it. */
    public static final Rule TICKET_IS_MERGED = Rule.conflict("ticket-is-merged");

    /** A resolved ticket has to be reopened before anybody works on it. */
    public static final Rule TICKET_IS_RESOLVED = Rule.conflict("ticket-is-resolved");

    public static final Rule TICKET_IS_NOT_ON_HOLD = Rule.conflict("ticket-is-not-on-hold");
    public static final Rule TICKET_IS_NOT_MERGED = Rule.conflict("ticket-is-not-merged");

    /** A ticket cannot be merged into, or linked to, itself. */
    public static final Rule TICKET_IS_THE_SAME = Rule.invalid("ticket-is-the-same");

    /** A merge leads to a ticket that is open to changes. */
    public static final Rule TARGET_IS_FINISHED = Rule.conflict("target-is-finished");

    public static final Rule TARGET_NOT_FOUND = Rule.invalid("target-not-found");
    public static final Rule MESSAGE_NOT_FOUND = Rule.notFound("message-not-found");

    /** A message's content is deleted once; the first reason stands. */
    public static final Rule MESSAGE_IS_REDACTED = Rule.conflict("message-is-redacted");

    public static final Rule FILE_NOT_FOUND = Rule.notFound("file-not-found");
    public static final Rule TOO_MANY_FILES = Rule.invalid("too-many-files");

    /** Of all files of a ticket together. */
    public static final Rule TOO_MANY_BYTES = Rule.conflict("too-many-bytes");

    public static final Rule LINK_NOT_FOUND = Rule.notFound("link-not-found");
    public static final Rule TOO_MANY_WATCHERS = Rule.conflict("too-many-watchers");
    public static final Rule TOO_MANY_LINKS = Rule.conflict("too-many-links");
    public static final Rule ASSIGNMENT_NAMES_NOBODY = Rule.invalid("assignment-names-nobody");

    private TicketRule() {}
}
