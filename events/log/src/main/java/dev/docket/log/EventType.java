package dev.docket.log;

import dev.docket.event.DomainEvent;

/**
 * One entry of the allow-list of what may be in the log.
 *
 * @param name the event's name in the log
 * @param revision the newest shape of its JSON
 * @param stream the kind of stream it belongs to, for instance {@code Ticket}
 */
public record EventType(
        String name, int revision, String stream, Class<? extends DomainEvent> record) {}
