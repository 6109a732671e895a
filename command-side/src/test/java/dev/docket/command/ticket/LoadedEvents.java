package dev.docket.command.ticket;

import dev.docket.command.EngineWatch;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts what a node reads from the log to load its aggregates. */
@Configuration(proxyBeanMethods = false)
class LoadedEvents {

    static final AtomicInteger SNAPSHOTS = new AtomicInteger();
    static final AtomicInteger EVENTS = new AtomicInteger();
    static final AtomicInteger READS = new AtomicInteger();

    static void countFromZero() {
        SNAPSHOTS.set(0);
        EVENTS.set(0);
        READS.set(0);
    }

    @Bean
    static BeanPostProcessor countingLoads() {
        return EngineWatch.by((method, arguments, result) ->
                switch (method.getName()) {
                    case "appendEvents", "storeSnapshot" -> result;
                    case "readSnapshot" -> {
                        READS.incrementAndGet();
                        SNAPSHOTS.incrementAndGet();
                        yield result;
                    }
                    default -> {
                        READS.incrementAndGet();
                        yield result instanceof DomainEventStream stream ? counted(stream) : result;
                    }
                });
    }

    private static DomainEventStream counted(DomainEventStream stream) {
        List<? extends DomainEventMessage<?>> events = stream.asStream().toList();
        EVENTS.addAndGet(events.size());
        return DomainEventStream.of(events);
    }
}
