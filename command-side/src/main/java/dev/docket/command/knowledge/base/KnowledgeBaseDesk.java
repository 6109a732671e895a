package dev.docket.command.knowledge.base;

import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.LatestStates;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.log.FactsMetaData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Where commands to knowledge bases are handed in, and where articles look their rules up. */
public final class KnowledgeBaseDesk {

    private static final int MOST_IN_MEMORY = 1_000;

    private final CommandDispatch dispatch;
    private final LatestStates<KnowledgeBase> latest;

    KnowledgeBaseDesk(CommandDispatch dispatch, EventStore events) {
        this.dispatch = dispatch;
        this.latest = new LatestStates<>(events, MOST_IN_MEMORY, KnowledgeBaseDesk::after);
    }

    public Receipt<KnowledgeBaseId> send(KnowledgeBaseCommand command, Wish wish) {
        return dispatch.send(command.knowledgeBase().value(), command, wish);
    }

    /** An organisation's knowledge base as the log has it now. */
    public KnowledgeBase of(TenantId tenant) {
        return latest.of(KnowledgeBaseId.of(tenant).value())
                .orElseGet(() -> KnowledgeBase.untouched(tenant));
    }

    private static KnowledgeBase after(
            @Nullable KnowledgeBase before, DomainEventMessage<?> message) {
        return switch (message.getPayload()) {
            case KnowledgeBaseAggregate snapshot -> snapshot.state();
            case KnowledgeBaseEvent event ->
                    KnowledgeBase.evolve(
                            before == null
                                    ? KnowledgeBase.untouched(FactsMetaData.in(message).tenant())
                                    : before,
                            event,
                            FactsMetaData.in(message),
                            message.getSequenceNumber());
            default ->
                    throw new IllegalStateException(
                            "Not of a knowledge base: " + message.getPayloadType());
        };
    }
}
