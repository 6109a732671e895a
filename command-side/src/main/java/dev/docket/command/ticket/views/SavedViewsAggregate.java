package dev.docket.command.ticket.views;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.command.decision.Actor;
import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.log.FactsMetaData;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link SavedViews}; the first view begins the stream. */
public class SavedViewsAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable SavedViewsId id;

    private @Nullable SavedViews views;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected SavedViewsAggregate() {}

    /** For Jackson, which reads a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    SavedViewsAggregate(SavedViews views) {
        this.id = views.id();
        this.views = views;
    }

    @JsonValue
    SavedViews state() {
        SavedViews begun = views;
        if (begun == null) {
            throw new IllegalStateException("Nothing was saved yet");
        }
        return begun;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<SavedViewsId> handle(SaveView command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<SavedViewsId> handle(ChangeView command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<SavedViewsId> handle(MoveView command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<SavedViewsId> handle(RemoveView command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @EventSourcingHandler
    void on(SavedViewsEvent event, DomainEventMessage<?> message) {
        Facts facts = FactsMetaData.in(message);
        SavedViews before = views == null ? SavedViews.none(facts.tenant(), event.person()) : views;
        id = before.id();
        views = SavedViews.evolve(before, event, facts, message.getSequenceNumber());
    }

    private Outcome<SavedViewsId> carryOut(SavedViewsCommand command, Wish wish) {
        Actor actor = wish.actor();
        SavedViews before = views == null ? SavedViews.none(actor.tenant(), actor.person()) : views;
        return Handling.carryOut(before, wish, () -> command.decide(before), SavedViews::evolve);
    }
}
