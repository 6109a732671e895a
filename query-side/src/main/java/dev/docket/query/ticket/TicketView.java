package dev.docket.query.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as its page shows it. */
record TicketView(
        UUID id,
        String number,
        String subject,
        String description,
        String status,
        String priority,
        String type,
        @Nullable String category,
        List<String> tags,
        TicketItem.Person requester,
        TicketItem.Assignment assignment,
        String channel,
        @Nullable String solution,
        @Nullable String onHoldReason,
        @Nullable Instant onHoldUntil,
        @Nullable UUID mergedInto,
        @Nullable UUID splitFrom,
        List<Link> links,
        List<UUID> watchers,
        List<AttachmentItem> attachments,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant firstRepliedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        long version) {

    record Link(String kind, UUID ticket) {}
}
