package dev.docket.benchmark.view;

import dev.docket.event.Facts;
import dev.docket.log.FactsMetaData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The facts of an event as the texts that applications commonly put in its metadata. */
final class StockMetaData {

    private StockMetaData() {}

    static DomainEventMessage<?> plain(DomainEventMessage<?> event) {
        Facts facts = FactsMetaData.in(event);
        return event.withMetaData(
                MetaData.with("tenant", facts.tenant().toString())
                        .and("actor", facts.actor().toString())
                        .and("command", facts.command())
                        .and("commandId", facts.commandId().toString())
                        .and("correlation", facts.correlation().toString())
                        .and("origin", facts.origin()));
    }
}
