package dev.docket.query.audit;

import dev.docket.event.people.PersonId;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it was.
 *
 * @param position of the last event that counted
 */
record TicketAsOf(
        TicketId id,
        TicketNumber number,
        String subject,
        String description,
        Status status,
        Priority priority,
        TicketType type,
        @Nullable String category,
        Set<String> tags,
        PersonId requester,
        @Nullable TeamId team,
        @Nullable PersonId agent,
        @Nullable String solution,
        @Nullable String onHoldReason,
        @Nullable Instant onHoldUntil,
        @Nullable TicketId mergedInto,
        @Nullable TicketId splitFrom,
        List<PastTicket.Link> links,
        Set<String> watchers,
        List<PastTicket.Message> conversation,
        List<PastTicket.File> attachments,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant firstRepliedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        long version,
        long position) {

    static TicketAsOf of(PastTicket past) {
        return new TicketAsOf(
                past.opening.ticket(),
                past.opening.number(),
                past.subject,
                past.description,
                past.status,
                past.priority,
                past.classification.type(),
                past.classification.category(),
                past.classification.tags(),
                past.opening.requester(),
                past.assignment.team(),
                past.assignment.agent(),
                past.solution,
                past.onHoldReason,
                past.onHoldUntil,
                past.mergedInto,
                past.opening.splitFrom(),
                List.copyOf(past.links),
                Collections.unmodifiableSet(new LinkedHashSet<>(past.watchers)),
                List.copyOf(past.messages.values()),
                List.copyOf(past.files),
                past.openedAt,
                past.updatedAt,
                past.firstRepliedAt,
                past.resolvedAt,
                past.closedAt,
                past.version,
                past.position);
    }
}
