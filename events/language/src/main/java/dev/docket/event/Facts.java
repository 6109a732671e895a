package dev.docket.event;

import dev.docket.event.people.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about how an event came to be; it travels beside every event.
 *
 * @param tenant whose data it is
 * @param actor who did it
 * @param command the name of the command that caused it, for instance {@code ResolveTicket}
 * @param commandId the command message
 * @param correlation one id for all that a single wish from outside set off
 * @param origin from where: an address and a client, for instance {@code 192.0.2.7 curl/8.5}
 * @param occurredAt when it happened in the world, where that differs from when it was recorded
 * @param idempotencyKey the caller's key for repeats of the same command
 * @param fingerprint a digest of the request that bore the key: another request under it is refused
 */
public record Facts(
        TenantId tenant,
        PersonId actor,
        String command,
        UUID commandId,
        UUID correlation,
        String origin,
        @Nullable Instant occurredAt,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint) {}
