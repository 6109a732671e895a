package dev.docket.query.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that was found.
 *
 * @param highlights passages of the ticket as HTML, by where they stand: {@code subject}, {@code
 *     description}, {@code replies}, {@code notes}
 */
record FoundTicket(
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
        long version,
        Map<String, List<String>> highlights) {

    /**
     * @param name null for somebody who is not registered
     */
    record Person(UUID id, @Nullable String name) {}

    record Assignment(@Nullable UUID team, @Nullable Person agent) {}
}
