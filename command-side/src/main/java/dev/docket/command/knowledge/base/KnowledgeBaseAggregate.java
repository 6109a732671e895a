package dev.docket.command.knowledge.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.log.FactsMetaData;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link KnowledgeBase}; the first thing that happens begins the stream. */
public class KnowledgeBaseAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable KnowledgeBaseId id;

    private @Nullable KnowledgeBase base;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected KnowledgeBaseAggregate() {}

    /** For Jackson, which reads a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    KnowledgeBaseAggregate(KnowledgeBase base) {
        this.id = base.id();
        this.base = base;
    }

    @JsonValue
    KnowledgeBase state() {
        KnowledgeBase begun = base;
        if (begun == null) {
            throw new IllegalStateException("Nothing has happened to the knowledge base yet");
        }
        return begun;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(AddCategory command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(AddSynonyms command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(ChangeCategoryVisibility command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(ChangeSettings command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(MoveCategory command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(RemoveCategory command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(RemoveSynonyms command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<KnowledgeBaseId> handle(RenameCategory command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @EventSourcingHandler
    void on(KnowledgeBaseEvent event, DomainEventMessage<?> message) {
        Facts facts = FactsMetaData.in(message);
        KnowledgeBase before = before(facts.tenant());
        id = before.id();
        base = KnowledgeBase.evolve(before, event, facts, message.getSequenceNumber());
    }

    private Outcome<KnowledgeBaseId> carryOut(KnowledgeBaseCommand command, Wish wish) {
        KnowledgeBase before = before(wish.actor().tenant());
        return Handling.carryOut(before, wish, () -> command.decide(before), KnowledgeBase::evolve);
    }

    private KnowledgeBase before(TenantId tenant) {
        KnowledgeBase begun = base;
        return begun == null ? KnowledgeBase.untouched(tenant) : begun;
    }
}
