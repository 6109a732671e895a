package dev.docket.command.people;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a person, and signing in, need to know.
 *
 * @param password the hash of the password, null while none was set
 * @param credential the version of the last event that ends earlier sign-ins
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
        long credential) {

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
                        0);
            }
            throw new IllegalStateException("%s of nobody".formatted(event));
        }
        return switch (event) {
            case PersonRegistered again ->
                    throw new IllegalStateException("%s a second time".formatted(again));
            case PasswordSet e ->
                    before.with(
                            version, before.name, before.roles, before.active, e.hash(), version);
            case RolesChanged e ->
                    before.with(
                            version, before.name, e.to(), before.active, before.password, version);
            case PersonRenamed e ->
                    before.with(
                            version,
                            e.to(),
                            before.roles,
                            before.active,
                            before.password,
                            before.credential);
            case PersonDeactivated _ ->
                    before.with(
                            version, before.name, before.roles, false, before.password, version);
            case PersonReactivated _ ->
                    before.with(version, before.name, before.roles, true, before.password, version);
        };
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
                nextCredential);
    }
}
