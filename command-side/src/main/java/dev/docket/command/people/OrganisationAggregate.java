package dev.docket.command.people;

import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.people.OrganisationCommand.FinishSetUp;
import dev.docket.command.people.OrganisationCommand.RenameOrganisation;
import dev.docket.event.TenantId;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.log.FactsMetaData;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Organisation}; the first thing that happens begins the stream. */
public class OrganisationAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable TenantId id;

    private @Nullable Organisation organisation;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected OrganisationAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<TenantId> handle(RenameOrganisation command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<TenantId> handle(FinishSetUp command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @EventSourcingHandler
    void on(OrganisationEvent event, DomainEventMessage<?> message) {
        id = event.organisation();
        organisation =
                Organisation.evolve(
                        before(event.organisation()),
                        event,
                        FactsMetaData.in(message),
                        message.getSequenceNumber());
    }

    private Outcome<TenantId> carryOut(OrganisationCommand command, Wish wish) {
        Organisation before = before(command.organisation());
        return Handling.carryOut(before, wish, () -> command.decide(before), Organisation::evolve);
    }

    private Organisation before(TenantId tenant) {
        Organisation begun = organisation;
        return begun == null ? Organisation.untouched(tenant) : begun;
    }
}
