package dev.docket.command.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.command.decision.Refusal;
import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.people.PersonCommand.ChangeRoles;
import dev.docket.command.people.PersonCommand.DeactivatePerson;
import dev.docket.command.people.PersonCommand.ReactivatePerson;
import dev.docket.command.people.PersonCommand.RenamePerson;
import dev.docket.command.people.PersonCommand.SetPassword;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonId;
import dev.docket.log.FactsMetaData;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Person}. */
public class PersonAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable PersonId id;

    private @Nullable Person person;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected PersonAggregate() {}

    /** For Jackson, which reads a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PersonAggregate(Person person) {
        this.id = person.id();
        this.person = person;
    }

    @JsonValue
    Person state() {
        Person registered = person;
        if (registered == null) {
            throw new IllegalStateException("The person was never registered");
        }
        return registered;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<PersonId> handle(RegisterPerson command, MetaData beside) {
        return Handling.begin(
                Wish.in(beside),
                command.decide(),
                (event, facts) -> Person.evolve(null, event, facts, 0),
                Person::evolve);
    }

    @CommandHandler
    Outcome<PersonId> handle(SetPassword command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<PersonId> handle(ChangeRoles command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<PersonId> handle(RenamePerson command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<PersonId> handle(DeactivatePerson command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<PersonId> handle(ReactivatePerson command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    /** The answer to a registration under a key that has registered this person before. */
    @CommandHandler
    Outcome<PersonId> handle(RepeatRegistration command, MetaData beside) {
        Person registered = state();
        return registered
                .repeated(Wish.in(beside))
                .orElseThrow(() ->
                        new RefusedOnVersionException(
                                new Refusal(
                                        PersonRule.EMAIL_IS_TAKEN,
                                        "email",
                                        "Somebody is registered with this e-mail address"),
                                registered.version()));
    }

    @EventSourcingHandler
    void on(PersonEvent event, DomainEventMessage<?> message) {
        id = event.person();
        person =
                Person.evolve(
                        person, event, FactsMetaData.in(message), message.getSequenceNumber());
    }

    private Outcome<PersonId> carryOut(PersonCommand command, Wish wish) {
        Person before = state();
        if (!before.tenant().equals(wish.actor().tenant())) {
            throw new RefusedOnVersionException(
                    new Refusal(PersonRule.PERSON_NOT_FOUND, null, "There is no such person"),
                    before.version());
        }
        return Handling.carryOut(
                before, wish, () -> command.decide(before, wish.actor()), Person::evolve);
    }
}
