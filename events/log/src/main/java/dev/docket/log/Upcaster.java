package dev.docket.log;

import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the JSON of one revision of an event into that of the next. Upcasters are released once and
 * never changed; the log keeps what was written.
 */
public interface Upcaster {

    /** The event's name in the log. */
    String type();

    /** The revision it takes; it returns the one after. */
    int from();

    ObjectNode upcast(ObjectNode event);
}
