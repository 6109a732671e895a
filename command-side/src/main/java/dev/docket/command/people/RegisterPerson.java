package dev.docket.command.people;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PasswordSet;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a person known, with a one-time password or without any.
 *
 * @param person follows from the e-mail address
 * @param hash of a one-time password; null for somebody who does not sign in yet
 */
public record RegisterPerson(
        @TargetAggregateIdentifier PersonId person,
        EmailAddress email,
        String name,
        Set<Role> roles,
        @Nullable String hash) {

    private static final int LONGEST_NAME = 120;

    Decision<PersonEvent> decide() {
        return Decision.unless(
                nameFits(name)
                        .or(() ->
                                roles.isEmpty()
                                        ? refusal(
                                                PersonRule.ROLE_MISSING,
                                                "roles",
                                                "A person has at least one role")
                                        : Optional.empty()),
                () -> Decision.happened(events()));
    }

    private List<PersonEvent> events() {
        List<PersonEvent> events = new ArrayList<>();
        events.add(new PersonRegistered(person, email, name, Set.copyOf(roles)));
        if (hash != null) {
            events.add(new PasswordSet(person, hash, true));
        }
        return events;
    }

    static Optional<Refusal> nameFits(String name) {
        boolean fits =
                !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isISOControl);
        return fits
                ? Optional.empty()
                : refusal(
                        PersonRule.NAME_LENGTH,
                        "name",
                        "A name has 1 to %d printable characters".formatted(LONGEST_NAME));
    }

    private static Optional<Refusal> refusal(Rule rule, String field, String detail) {
        return Optional.of(new Refusal(rule, field, detail));
    }
}
