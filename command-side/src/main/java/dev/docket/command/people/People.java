package dev.docket.command.people;

import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.DomainEvent;
import dev.docket.event.Recorded;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonId;
import dev.docket.log.LogReader;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Where commands about people are handed in, and where sign-in finds them: in the log itself. */
public final class People {

    private final CommandDispatch dispatch;
    private final LogReader log;

    public People(CommandDispatch dispatch, LogReader log) {
        this.dispatch = dispatch;
        this.log = log;
    }

    /**
     * Registers a person, or answers as the first time if the same request has done so before.
     *
     * @throws RefusedException if somebody has the e-mail address already
     */
    public Receipt<PersonId> register(RegisterPerson command, Wish wish) {
        try {
            return dispatch.sendOnce(command.person().value(), command, wish);
        } catch (ConcurrencyException registeredAlready) {
            UUID person = command.person().value();
            return dispatch.send(person, new RepeatRegistration(command.person()), wish);
        }
    }

    Receipt<PersonId> send(PersonCommand command, Wish wish) {
        return dispatch.send(command.person().value(), command, wish);
    }

    /** The person as the log has them now, whatever this node has cached. */
    public Optional<Person> find(PersonId id) {
        @Nullable Person person = null;
        for (Recorded recorded : log.readStream(id.value())) {
            DomainEvent event = recorded.event();
            if (event instanceof PersonEvent change) {
                person = Person.evolve(person, change, recorded.facts(), recorded.version());
            } else {
                throw new IllegalStateException("Not of a person: " + recorded);
            }
        }
        return Optional.ofNullable(person);
    }
}
