package dev.docket.command.people;

import dev.docket.edge.Problem;
import dev.docket.edge.Public;
import dev.docket.edge.Tokens;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in: an e-mail address and a password, or a refresh token, for an access token. */
@RestController
@RequestMapping("/api/v1/auth")
class SignInController {

    private final People people;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private final Tokens tokens;

    SignInController(People people, Passwords passwords, FailedSignIns failures, Tokens tokens) {
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
        this.tokens = tokens;
    }

    record Login(
            @NotNull(message = "is required") EmailAddress email,
            @NotNull(message = "is required") @Size(max = 200, message = "is too long")
                    String password) {}

    record Refresh(@NotNull(message = "is required") String refreshToken) {}

    /**
     * @param expiresIn seconds that the access token is good for
     */
    record SignedIn(String accessToken, String refreshToken, long expiresIn) {}

    @PostMapping("/login")
    @Public("whoever signs in has no token yet")
    SignedIn login(@Valid @RequestBody Login login) {
        PersonId id = PersonId.of(login.email());
        failures.mayTry(id.toString());
        Optional<Person> person = people.find(id).filter(Person::active);
        String hash = person.map(Person::password).orElse(null);
        if (!passwords.matches(login.password(), hash)) {
            failures.failed(id.toString());
            throw refused("E-mail address or password is wrong");
        }
        return signedIn(person.orElseThrow());
    }

    @PostMapping("/refresh")
    @Public("the refresh token is the sign-in")
    SignedIn refresh(@Valid @RequestBody Refresh refresh) {
        try {
            Tokens.Refresh token = tokens.read(refresh.refreshToken());
            return people.find(token.person())
                    .filter(Person::active)
                    .filter(person -> person.credential() == token.credential())
                    .map(this::signedIn)
                    .orElseThrow(() -> refused("The refresh token is no longer good"));
        } catch (JwtException e) {
            throw refused("The refresh token is invalid or has run out");
        }
    }

    private SignedIn signedIn(Person person) {
        return new SignedIn(
                tokens.access(person.id(), person.tenant(), person.roles()),
                tokens.refresh(person.id(), person.tenant(), person.credential()),
                Tokens.ACCESS.toSeconds());
    }

    private static RuntimeException refused(String detail) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-refused", detail).asException();
    }
}
