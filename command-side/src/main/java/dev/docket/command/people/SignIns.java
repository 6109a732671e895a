package dev.docket.command.people;

import dev.docket.edge.Problem;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Decides who gets in, and for how long they stay. */
final class SignIns {

    private final People people;
    private final Passwords passwords;
    private final FailedSignIns failures;

    SignIns(People people, Passwords passwords, FailedSignIns failures) {
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
    }

    /** What a person signs in with. */
    record Login(
            @NotNull(message = "is required") EmailAddress email,
            @NotNull(message = "is required") @Size(max = 200, message = "is too long")
                    String password) {}

    /** Whose address and password they are, or a problem that does not tell which is wrong. */
    Person enter(Login login) {
        PersonId id = PersonId.of(login.email());
        failures.mayTry(id.toString());
        Optional<Person> person = people.find(id).filter(Person::active);
        String hash = person.map(Person::password).orElse(null);
        if (!passwords.matches(login.password(), hash)) {
            failures.failed(id.toString());
            throw refused("E-mail address or password is wrong");
        }
        return person.orElseThrow();
    }

    /**
     * The person, unless something has ended the sign-in meanwhile.
     *
     * @param credential of the person when they signed in
     */
    Optional<Person> stillIn(PersonId id, long credential) {
        return people.find(id)
                .filter(Person::active)
                .filter(person -> person.credential() == credential);
    }

    static RuntimeException refused(String detail) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-refused", detail).asException();
    }
}
