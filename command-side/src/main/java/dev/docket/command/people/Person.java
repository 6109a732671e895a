package dev.docket.command.people;

import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PasswordSet;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.PersonReactivated;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a person, and signing in, need to know.
 *
 * @param password the hash of the password, null while none was set
 * @param credential the version of the last event that ends earlier sign-ins
 * @param recent the newest commands, whose answers do not change when they are repeated
 */
public record Person(
        TenantId tenant,
        PersonId id,
        long version,
        EmailAddress email,
        String name,
        Set<Role> roles,
        boolean active,
        @Nullable String password,
        long credential,
        RecentCommands<PersonId> recent)
        implements Decided<PersonId> {

    @Override
    public PersonId answer() {
        return id;
    }

    @Override
    public Optional<Outcome<PersonId>> repeated(Wish wish) {
        return recent.answered(wish, version);
    }

    static Person evolve(@Nullable Person before, PersonEvent event, Facts facts, long version) {
        if (before == null) {
            if (event instanceof PersonRegistered e) {
                return new Person(
                        facts.tenant(),
                        e.person(),
                        0,
                        e.email(),
                        e.name(),
                        e.roles(),
                        true,
                        null,
                        0,
                        RecentCommands.<PersonId>none().with(facts, 0, e.person()));
            }
            throw new IllegalStateException("%s of nobody".formatted(event));
        }
        return before.changed(event, version).remembering(facts, version);
    }

    private Person changed(PersonEvent event, long to) {
        return switch (event) {
            case PersonRegistered again ->
                    throw new IllegalStateException("%s a second time".formatted(again));
            case PasswordSet e -> with(to, name, roles, active, e.hash(), to);
            case RolesChanged e -> with(to, name, e.to(), active, password, to);
            case PersonRenamed e -> with(to, e.to(), roles, active, password, credential);
            case PersonDeactivated _ -> with(to, name, roles, false, password, to);
            case PersonReactivated _ -> with(to, name, roles, true, password, to);
        };
    }

    private Person remembering(Facts facts, long to) {
        return new Person(
                tenant,
                id,
                version,
                email,
                name,
                roles,
                active,
                password,
                credential,
                recent.with(facts, to, id));
    }

    private Person with(
            long nextVersion,
            String nextName,
            Set<Role> nextRoles,
            boolean nextActive,
            @Nullable String nextPassword,
            long nextCredential) {
        return new Person(
                tenant,
                id,
                nextVersion,
                email,
                nextName,
                nextRoles,
                nextActive,
                nextPassword,
                nextCredential,
                recent);
    }
}
