package dev.docket.benchmark.history;

import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.log.FactsMetaData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;

/** Writes histories in bulk, as nobody but a benchmark does. */
public final class FilledLog {

    private static final int EVENTS_AT_ONCE = 500;
    private static final UUID CAUSE = new UUID(0x7000, 0x8000_0000_0000_0000L);

    private FilledLog() {}

    /**
     * Writes tickets, opened evenly over the last ninety days.
     *
     * @param append writes some events in one transaction
     * @return how many events were written
     */
    public static long write(
            Histories histories,
            int tickets,
            TenantId tenant,
            Consumer<List<DomainEventMessage<?>>> append) {
        Instant begin = Instant.now().minus(Duration.ofDays(90));
        Duration step = Duration.ofDays(90).dividedBy(tickets);
        List<DomainEventMessage<?>> waiting = new ArrayList<>();
        long written = 0;
        for (int ticket = 0; ticket < tickets; ticket++) {
            Instant opened = begin.plus(step.multipliedBy(ticket));
            long version = 0;
            for (TicketEvent event : histories.next()) {
                waiting.add(message(event, version, tenant, opened.plusSeconds(60 * version)));
                version++;
            }
            if (waiting.size() >= EVENTS_AT_ONCE || ticket == tickets - 1) {
                append.accept(waiting);
                written += waiting.size();
                waiting = new ArrayList<>();
            }
        }
        return written;
    }

    private static DomainEventMessage<?> message(
            TicketEvent event, long version, TenantId tenant, Instant at) {
        MetaData facts =
                FactsMetaData.of(
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
        String stream = event.ticket().toString();
        return new GenericDomainEventMessage<>(
                "Ticket", stream, version, new GenericEventMessage<>(event, facts), () -> at);
    }
}
