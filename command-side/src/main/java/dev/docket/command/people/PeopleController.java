package dev.docket.command.people;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.decision.Rule;
import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.people.PersonCommand.ChangeRoles;
import dev.docket.command.people.PersonCommand.DeactivatePerson;
import dev.docket.command.people.PersonCommand.ReactivatePerson;
import dev.docket.command.people.PersonCommand.RenamePerson;
import dev.docket.command.people.PersonCommand.SetPassword;
import dev.docket.edge.Allowed;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands about people. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private static final String REQUIRED = "is required";

    private final People people;
    private final Passwords passwords;
    private final FailedSignIns failures;

    PeopleController(People people, Passwords passwords, FailedSignIns failures) {
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
    }

    /**
     * @param roles in one order on every node, because the text stands for the request
     * @param password a one-time password; absent for somebody who does not sign in
     */
    record Register(
            @NotNull(message = REQUIRED) EmailAddress email,
            @NotNull(message = REQUIRED) String name,
            @NotNull(message = REQUIRED) SortedSet<Role> roles,
            @Nullable String password) {

        @Override
        public String toString() {
            return email + " " + name + " " + roles;
        }
    }

    record Roles(@NotNull(message = REQUIRED) SortedSet<Role> roles) {}

    record Name(@NotNull(message = REQUIRED) String name) {}

    record Reason(@NotNull(message = REQUIRED) String reason) {}

    /**
     * @param current what the password is now, of whoever changes their own
     */
    record NewPassword(@NotNull(message = REQUIRED) String password, @Nullable String current) {

        @Override
        public String toString() {
            return "new password";
        }
    }

    record Answer(PersonId id, long version, long position) {}

    @PostMapping
    @Allowed(ADMIN)
    ResponseEntity<Answer> register(@Valid @RequestBody Register body, CommandRequest request) {
        String password = body.password();
        RegisterPerson command =
                new RegisterPerson(
                        PersonId.of(body.email()),
                        body.email(),
                        body.name(),
                        body.roles(),
                        password == null ? null : passwords.hash(password));
        Receipt<PersonId> receipt = people.register(command, request.wish("RegisterPerson", body));
        URI location = URI.create("/api/v1/people/" + receipt.result());
        return Answers.with(ResponseEntity.created(location), receipt).body(answer(receipt));
    }

    @PutMapping("/{id}/roles")
    @Allowed(ADMIN)
    ResponseEntity<Answer> changeRoles(
            @PathVariable UUID id, @Valid @RequestBody Roles body, CommandRequest request) {
        return send(request, body, new ChangeRoles(new PersonId(id), body.roles()));
    }

    @PutMapping("/{id}/name")
    @Allowed(ADMIN)
    ResponseEntity<Answer> rename(
            @PathVariable UUID id, @Valid @RequestBody Name body, CommandRequest request) {
        return send(request, body, new RenamePerson(new PersonId(id), body.name()));
    }

    @PutMapping("/{id}/password")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    ResponseEntity<Answer> setPassword(
            @PathVariable UUID id, @Valid @RequestBody NewPassword body, CommandRequest request) {
        PersonId person = new PersonId(id);
        boolean own = request.caller().person().equals(person);
        if (!own && !request.caller().has(ADMIN)) {
            throw refused(PersonRule.PERSON_NOT_FOUND, null, "There is no such person");
        }
        boolean proven = !own || knowsTheirPassword(person, body.current());
        String hash = passwords.hash(body.password());
        return send(request, body, new SetPassword(person, hash, !own, proven));
    }

    @PostMapping("/{id}/deactivation")
    @Allowed(ADMIN)
    ResponseEntity<Answer> deactivate(
            @PathVariable UUID id, @Valid @RequestBody Reason body, CommandRequest request) {
        return send(request, body, new DeactivatePerson(new PersonId(id), body.reason()));
    }

    @PostMapping("/{id}/reactivation")
    @Allowed(ADMIN)
    ResponseEntity<Answer> reactivate(@PathVariable UUID id, CommandRequest request) {
        return send(request, "", new ReactivatePerson(new PersonId(id)));
    }

    /** The decision is the aggregate's, which knows a request that comes again. */
    private boolean knowsTheirPassword(PersonId person, @Nullable String current) {
        failures.mayTry(person.toString());
        String hash = people.find(person).map(Person::password).orElse(null);
        boolean known = current != null && passwords.matches(current, hash);
        if (!known) {
            failures.failed(person.toString());
        }
        return known;
    }

    private static RuntimeException refused(Rule rule, @Nullable String field, String detail) {
        return new RefusedException(new Refusal(rule, field, detail));
    }

    private ResponseEntity<Answer> send(
            CommandRequest request, Object body, PersonCommand command) {
        Receipt<PersonId> receipt =
                people.send(command, request.wish(command.getClass().getSimpleName(), body));
        return Answers.with(ResponseEntity.ok(), receipt).body(answer(receipt));
    }

    private static Answer answer(Receipt<PersonId> receipt) {
        return new Answer(receipt.result(), receipt.version(), receipt.position());
    }
}
