package dev.docket.log;

import dev.docket.event.DomainEvent;

/**
 * Stands for an event whose type is not on the allow-list or whose JSON does not fit its type.
 *
 * @param payload the JSON as it stands in the log
 * @param reason why it could not be read
 */
public record UnreadableEvent(String type, int revision, String payload, String reason)
        implements DomainEvent {}
