package dev.docket.log;

import dev.docket.event.Ids;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives Axon's messages, and so the events in the log, their ids: unique and ordered by time. They
 * are no secrets, so that they need not wait for the system's source of strong randomness. Axon
 * finds this class by itself, as a service.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Ids.timeOrdered(Clock.systemUTC(), ThreadLocalRandom.current()).toString();
    }
}
