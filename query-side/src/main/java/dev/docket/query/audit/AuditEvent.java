package dev.docket.query.audit;

import dev.docket.event.Recorded;
import dev.docket.log.EventJson;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An event as auditors see it: what, when, who, from where and why. */
record AuditEvent(
        long position,
        String type,
        UUID stream,
        long version,
        Instant recordedAt,
        Instant occurredAt,
        UUID actor,
        Cause cause,
        JsonNode data) {

    /**
     * @param origin an address and a client
     */
    record Cause(String command, UUID commandId, UUID correlation, String origin) {}

    static AuditEvent of(Recorded event, EventJson json) {
        return new AuditEvent(
                event.position(),
                event.type(),
                event.stream(),
                event.version(),
                event.recordedAt(),
                event.occurredAt(),
                event.facts().actor().value(),
                new Cause(
                        event.facts().command(),
                        event.facts().commandId(),
                        event.facts().correlation(),
                        event.facts().origin()),
                json.mapper().valueToTree(event.event()));
    }
}
