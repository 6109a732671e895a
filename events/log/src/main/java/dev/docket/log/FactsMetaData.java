package dev.docket.log;

import dev.docket.event.Facts;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;

/**
 * Carries the facts in the metadata of Axon's messages: set on a command, they travel with its
 * events to the log.
 */
public final class FactsMetaData {

    static final String KEY = "facts";

    private FactsMetaData() {}

    public static MetaData of(Facts facts) {
        return MetaData.with(KEY, facts);
    }

    /**
     * The facts of a message; one that has none was not sent through the edge, which is a defect.
     */
    public static Facts in(Message<?> message) {
        if (message.getMetaData().get(KEY) instanceof Facts facts) {
            return facts;
        }
        throw new IllegalStateException(
                "A message without facts: " + message.getPayloadType().getName());
    }
}
