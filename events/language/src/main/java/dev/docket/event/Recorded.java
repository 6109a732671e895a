package dev.docket.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as the log holds it.
 *
 * @param position its place in the whole log, from 1, without gaps
 * @param stream the aggregate that it happened to
 * @param version its place in that stream, from 0
 * @param id the event's own id
 * @param type its name in the log, for instance {@code TicketResolved}
 * @param recordedAt when it was written; order comes from the position alone
 */
public record Recorded(
        long position,
        UUID stream,
        long version,
        UUID id,
        String type,
        Instant recordedAt,
        Facts facts,
        DomainEvent event) {

    /** When it happened in the world: before {@link #recordedAt} where a history was imported. */
    public Instant occurredAt() {
        Instant occurredAt = facts.occurredAt();
        return occurredAt == null ? recordedAt : occurredAt;
    }
}
