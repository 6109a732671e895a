package dev.docket.command.people;

import dev.docket.command.people.SignIns.Login;
import dev.docket.edge.Public;
import dev.docket.edge.Tokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in: an e-mail address and a password, or a refresh token, for an access token. */
@RestController
@RequestMapping("/api/v1/auth")
class SignInController {

    private final SignIns signIns;
    private final Tokens tokens;

    SignInController(SignIns signIns, Tokens tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    record Refresh(@NotNull(message = "is required") String refreshToken) {}

    /**
     * @param expiresIn seconds that the access token is good for
     */
    record SignedIn(String accessToken, String refreshToken, long expiresIn) {}

    @PostMapping("/login")
    @Public("whoever signs in has no token yet")
    SignedIn login(@Valid @RequestBody Login login) {
        return signedIn(signIns.enter(login));
    }

    @PostMapping("/refresh")
    @Public("the refresh token is the sign-in")
    SignedIn refresh(@Valid @RequestBody Refresh refresh) {
        try {
            Tokens.Refresh token = tokens.read(refresh.refreshToken());
            return signIns.stillIn(token.person(), token.credential())
                    .map(this::signedIn)
                    .orElseThrow(() -> SignIns.refused("The refresh token is no longer good"));
        } catch (JwtException e) {
            throw SignIns.refused("The refresh token is invalid or has run out");
        }
    }

    private SignedIn signedIn(Person person) {
        return new SignedIn(
                tokens.access(person.id(), person.tenant(), person.roles()),
                tokens.refresh(person.id(), person.tenant(), person.credential()),
                Tokens.ACCESS.toSeconds());
    }
}
