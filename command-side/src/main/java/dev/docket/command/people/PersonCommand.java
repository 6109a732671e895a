package dev.docket.command.people;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PasswordSet;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.PersonReactivated;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish that concerns a person who is registered; the routes say who may wish it. */
sealed interface PersonCommand {

    PersonId person();

    Decision<PersonEvent> decide(Person person, Actor actor);

    /**
     * @param hash of the password, made at the edge
     * @param oneTime whether somebody else chose it
     * @param proven whether whoever wishes it may: an administrator for another, or somebody who
     *     knows the present one
     */
    record SetPassword(
            @TargetAggregateIdentifier PersonId person,
            String hash,
            boolean oneTime,
            boolean proven)
            implements PersonCommand {
        @Override
        public Decision<PersonEvent> decide(Person person, Actor actor) {
            if (!proven) {
                return Decision.refused(
                        PersonRule.PASSWORD_IS_WRONG, "current", "The present password is wrong");
            }
            return person.active()
                    ? Decision.happened(new PasswordSet(this.person, hash, oneTime))
                    : Decision.refused(
                            PersonRule.PERSON_IS_DEACTIVATED,
                            "A deactivated person gets no password");
        }
    }

    record ChangeRoles(@TargetAggregateIdentifier PersonId person, Set<Role> roles)
            implements PersonCommand {
        @Override
        public Decision<PersonEvent> decide(Person person, Actor actor) {
            if (roles.isEmpty()) {
                return Decision.refused(
                        PersonRule.ROLE_MISSING, "roles", "A person has at least one role");
            }
            boolean ownAdminRole =
                    actor.person().equals(this.person)
                            && person.roles().contains(Role.ADMIN)
                            && !roles.contains(Role.ADMIN);
            if (ownAdminRole) {
                return Decision.refused(
                        PersonRule.OWN_ADMIN_ROLE,
                        "roles",
                        "Another administrator has to take the role from you");
            }
            return roles.equals(person.roles())
                    ? Decision.nothing()
                    : Decision.happened(
                            new RolesChanged(this.person, person.roles(), Set.copyOf(roles)));
        }
    }

    record RenamePerson(@TargetAggregateIdentifier PersonId person, String name)
            implements PersonCommand {
        @Override
        public Decision<PersonEvent> decide(Person person, Actor actor) {
            return Decision.unless(
                    RegisterPerson.nameFits(name),
                    () ->
                            name.equals(person.name())
                                    ? Decision.nothing()
                                    : Decision.happened(
                                            new PersonRenamed(this.person, person.name(), name)));
        }
    }

    record DeactivatePerson(@TargetAggregateIdentifier PersonId person, String reason)
            implements PersonCommand {
        @Override
        public Decision<PersonEvent> decide(Person person, Actor actor) {
            if (actor.person().equals(this.person)) {
                return Decision.refused(
                        PersonRule.OWN_ADMIN_ROLE, "Another administrator has to do this");
            }
            return person.active()
                    ? Decision.happened(new PersonDeactivated(this.person, reason))
                    : Decision.nothing();
        }
    }

    record ReactivatePerson(@TargetAggregateIdentifier PersonId person) implements PersonCommand {
        @Override
        public Decision<PersonEvent> decide(Person person, Actor actor) {
            return person.active()
                    ? Decision.nothing()
                    : Decision.happened(new PersonReactivated(this.person));
        }
    }
}
