package dev.docket.benchmark.command;

import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.TicketType;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What every engine is given to write: the same ticket, of some 700 bytes with its facts. */
public final class Example {

    static final TenantId TENANT = new TenantId(Ids.named("tenant", "benchmark"));
    static final PersonId ACTOR = new PersonId(Ids.named("person", "actor"));
    static final String SUBJECT = "The printer on the second floor prints blank pages";
    static final String DESCRIPTION =
            "Since this morning every page comes out empty, whatever we send to it. We have"
                    + " replaced the cartridge and restarted it twice.";
    static final Classification CLASSIFICATION =
            new Classification(
                    TicketType.INCIDENT,
                    "hardware/printer",
                    new TreeSet<>(List.of("second-floor")));
    static final String ORIGIN = "127.0.0.1 benchmark";

    private static final List<Assignment> ASSIGNMENTS =
            List.of(
                    new Assignment(null, new PersonId(Ids.named("person", "ann"))),
                    new Assignment(null, new PersonId(Ids.named("person", "ben"))));

    private Example() {}

    public static UUID newId() {
        return Ids.timeOrdered(Clock.systemUTC(), ThreadLocalRandom.current());
    }

    static Assignment assignment(long round) {
        return ASSIGNMENTS.get((int) (round % ASSIGNMENTS.size()));
    }

    static Facts facts(String command) {
        UUID id = newId();
        return new Facts(TENANT, ACTOR, command, id, id, ORIGIN, null, null, null);
    }
}
