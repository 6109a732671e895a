package dev.docket.command.people;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the first organisation's first administrator. That the log has none yet is what makes a
 * start the first one; of several nodes that start together, one makes it.
 */
public final class FirstStart {

    private final People people;
    private final Passwords passwords;
    private final TenantId organisation;
    private final EmailAddress administrator;

    /**
     * @param organisation the name of the organisation that everybody belongs to until there are
     *     more; its id follows from it
     */
    FirstStart(
            People people, Passwords passwords, String organisation, EmailAddress administrator) {
        this.people = people;
        this.passwords = passwords;
        this.organisation = new TenantId(Ids.named("tenant", organisation));
        this.administrator = administrator;
    }

    /** How the first administrator signs in, said once and kept nowhere. */
    public record SignIn(EmailAddress email, String password) {

        /** The lines that tell whoever started Docket. */
        @Override
        public String toString() {
            return "Sign in as %s%nPassword: %s".formatted(email, password);
        }
    }

    /** The new sign-in, or empty if this is not the first start. */
    public Optional<SignIn> run() {
        PersonId id = PersonId.of(administrator);
        if (people.find(id).isPresent()) {
            return Optional.empty();
        }
        String password = passwords.oneTime();
        RegisterPerson command =
                new RegisterPerson(
                        id,
                        administrator,
                        "Administrator",
                        EnumSet.of(Role.ADMIN, Role.AUDITOR),
                        passwords.hash(password));
        try {
            people.register(command, wish());
            return Optional.of(new SignIn(administrator, password));
        } catch (RefusedException anotherNodeWasFirst) {
            return Optional.empty();
        }
    }

    private Wish wish() {
        UUID id = UUID.randomUUID();
        Facts facts =
                new Facts(
                        organisation,
                        PersonId.SYSTEM,
                        "RegisterPerson",
                        id,
                        id,
                        "first start",
                        null,
                        null,
                        null);
        return new Wish(new Actor(organisation, PersonId.SYSTEM, true), facts, null);
    }
}
