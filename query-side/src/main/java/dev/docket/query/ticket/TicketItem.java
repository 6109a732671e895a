package dev.docket.query.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as a list shows it. */
record TicketItem(
        UUID id,
        String number,
        String subject,
        String status,
        String priority,
        String type,
        @Nullable String category,
        List<String> tags,
        Person requester,
        Assignment assignment,
        String channel,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    /**
     * @param name null for somebody who is not registered
     */
    record Person(UUID id, @Nullable String name) {}

    record Assignment(@Nullable UUID team, @Nullable Person agent) {}
}
