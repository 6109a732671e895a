package dev.docket.event.people;

import dev.docket.event.DomainEvent;
import java.util.Set;

/** Everything that can happen to a person's account, in the order of its life. */
public sealed interface PersonEvent extends DomainEvent {

    PersonId person();

    /** Somebody became known, by invitation or because a ticket named them. */
    record PersonRegistered(PersonId person, EmailAddress email, String name, Set<Role> roles)
            implements PersonEvent {}

    /**
     * A password was set; tokens handed out before no longer refresh.
     *
     * @param hash in the encoded form that names its algorithm, never the password
     * @param oneTime whether it should be replaced at the first sign-in
     */
    record PasswordSet(PersonId person, String hash, boolean oneTime) implements PersonEvent {}

    record RolesChanged(PersonId person, Set<Role> from, Set<Role> to) implements PersonEvent {}

    record PersonRenamed(PersonId person, String from, String to) implements PersonEvent {}

    /** The person can no longer sign in; what they did stays theirs. */
    record PersonDeactivated(PersonId person, String reason) implements PersonEvent {}

    record PersonReactivated(PersonId person) implements PersonEvent {}
}
