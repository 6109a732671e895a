package dev.docket.benchmark.history;

import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.log.FactsMetaData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;

/** Writes whole histories of one organisation in bulk, as nobody but a benchmark does. */
public final class BulkLog {

    private static final int EVENTS_AT_ONCE = 500;
    private static final long SECONDS_BETWEEN = 60;
    private static final UUID CAUSE = new UUID(0x7000, 0x8000_0000_0000_0000L);

    private final TenantId tenant;
    private final Consumer<List<DomainEventMessage<?>>> append;
    private List<DomainEventMessage<?>> waiting = new ArrayList<>();
    private long written;

    /**
     * @param append writes some events in one transaction
     */
    public BulkLog(TenantId tenant, Consumer<List<DomainEventMessage<?>>> append) {
        this.tenant = tenant;
        this.append = append;
    }

    /**
     * Adds all that happened in a stream, a minute between each event and the next.
     *
     * @param type of the stream's aggregate
     */
    public void add(String type, UUID stream, List<? extends DomainEvent> events, Instant first) {
        long version = 0;
        for (DomainEvent event : events) {
            Instant at = first.plusSeconds(SECONDS_BETWEEN * version);
            waiting.add(
                    new GenericDomainEventMessage<>(
                            type,
                            stream.toString(),
                            version++,
                            new GenericEventMessage<>(event, facts(event, at)),
                            () -> at));
        }
        if (waiting.size() >= EVENTS_AT_ONCE) {
            flush();
        }
    }

    /** Writes what is left and says how many events were written in all. */
    public long flush() {
        if (!waiting.isEmpty()) {
            append.accept(waiting);
            written += waiting.size();
            waiting = new ArrayList<>();
        }
        return written;
    }

    private MetaData facts(DomainEvent event, Instant at) {
        return FactsMetaData.of(
                new Facts(
                        tenant,
                        PersonId.SYSTEM,
                        event.getClass().getSimpleName(),
                        CAUSE,
                        CAUSE,
                        "127.0.0.1 benchmark",
                        at,
                        null,
                        null));
    }
}
