package dev.docket.benchmark.command;

import dev.docket.event.Facts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/** Axon's parts as its Spring Boot starter puts them together, around one of its own stores. */
final class StockCommands implements Commands {

    private static final String[] FACTS = {
        "tenant", "actor", "command", "commandId", "correlation", "origin"
    };

    private final CommandGateway gateway;
    private final Runnable release;
    private final AtomicLong numbers = new AtomicLong(1_000);

    /**
     * @param cached whether aggregates stay in memory, which the starter does only if told to
     * @param release gives back what the store holds
     */
    StockCommands(
            EventStore events, TransactionManager transactions, boolean cached, Runnable release) {
        this.release = release;
        Cache cache = cached ? new WeakReferenceCache() : NoCache.INSTANCE;
        EventSourcingRepository<StockTicket> tickets =
                EventSourcingRepository.builder(StockTicket.class)
                        .eventStore(events)
                        .cache(cache)
                        .build();
        CommandBus bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(
                        List.of(new SimpleCorrelationDataProvider(FACTS))));
        AggregateAnnotationCommandHandler.<StockTicket>builder()
                .aggregateType(StockTicket.class)
                .repository(tickets)
                .build()
                .subscribe(bus);
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Override
    public void open(UUID ticket) {
        send(new StockTicket.Open(ticket, numbers.incrementAndGet()), "OpenTicket");
    }

    @Override
    public void assign(UUID ticket, long round) {
        send(new StockTicket.Assign(ticket, Example.assignment(round)), "AssignTicket");
    }

    private void send(Object command, String name) {
        Facts facts = Example.facts(name);
        MetaData metaData =
                MetaData.with("tenant", facts.tenant().toString())
                        .and("actor", facts.actor().toString())
                        .and("command", facts.command())
                        .and("commandId", facts.commandId().toString())
                        .and("correlation", facts.correlation().toString())
                        .and("origin", facts.origin());
        gateway.sendAndWait(new GenericCommandMessage<>(command, metaData));
    }

    @Override
    public void close() {
        release.run();
    }
}
