package dev.docket.command.knowledge.counts;

import dev.docket.command.knowledge.counts.CountsLog.Count;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.log.FactsMetaData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Appends counts to their streams. Nodes count for themselves and append to the same streams, so a
 * version that another node has taken is only a reason to take the next one.
 */
final class CountsLog {

    private static final int TRIES = 10;
    private static final int AT_ONCE = 200;

    private final EventStore events;

    CountsLog(EventStore events) {
        this.events = events;
    }

    /**
     * What was counted of one thing.
     *
     * @param kind of the stream
     */
    record Count<E extends DomainEvent>(String kind, UUID stream, TenantId tenant, E event) {}

    /**
     * Appends some of the counts, at least one.
     *
     * @return how many, from the first on
     */
    int appendFirst(List<? extends Count<?>> counts) {
        List<? extends Count<?>> first = counts.subList(0, Math.min(AT_ONCE, counts.size()));
        for (int attempt = 1; ; attempt++) {
            try {
                events.publish(messages(first));
                return first.size();
            } catch (ConcurrencyException anotherNodeCounts) {
                if (attempt == TRIES) {
                    throw anotherNodeCounts;
                }
            }
        }
    }

    private List<GenericDomainEventMessage<?>> messages(List<? extends Count<?>> counts) {
        Map<UUID, Long> next = new HashMap<>();
        List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
        for (Count<?> count : counts) {
            long version = next.computeIfAbsent(count.stream(), this::nextVersion);
            next.put(count.stream(), version + 1);
            messages.add(
                    new GenericDomainEventMessage<>(
                            count.kind(),
                            count.stream().toString(),
                            version,
                            count.event(),
                            FactsMetaData.of(facts(count))));
        }
        return messages;
    }

    private long nextVersion(UUID stream) {
        return events.lastSequenceNumberFor(stream.toString()).orElse(-1L) + 1;
    }

    private static Facts facts(Count<?> count) {
        UUID id = UUID.randomUUID();
        return new Facts(
                count.tenant(),
                PersonId.SYSTEM,
                "Count" + count.kind(),
                id,
                id,
                "docket",
                null,
                null,
                null);
    }
}
