package dev.docket.command.knowledge.counts;

import dev.docket.command.knowledge.counts.CountsLog.Count;
import dev.docket.event.DomainEvent;
import java.time.Instant;
import java.util.List;

/** What one node counts, until it is recorded. */
interface Tally<E extends DomainEvent> {

    /** Takes out what was counted in the minutes that began before a time. */
    List<Count<E>> take(Instant before);

    /** Takes back what could not be recorded. */
    void putBack(List<Count<E>> counts);
}
