package dev.docket.projection.running;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a projection could not apply, or one that waits behind such an event.
 *
 * @param cause what went wrong, or that an earlier event of the stream is parked
 */
public record DeadLetter(long position, UUID stream, String type, String cause, Instant parkedAt) {}
