package dev.docket.command.people;

import dev.docket.command.people.SignIns.Login;
import dev.docket.edge.BrowserSessions;
import dev.docket.edge.BrowserSessions.Session;
import dev.docket.edge.ConsoleOrigins;
import dev.docket.edge.Public;
import dev.docket.edge.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in from a browser: what lasts is in a cookie that no script can read, and a page has an
 * access token alone. All of it wants {@code Content-Type: application/json}, which no form of
 * another site can send.
 */
@RestController
@RequestMapping(path = "/api/v1/auth/session", consumes = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

    static final String COOKIE = "docket-session";

    private final SignIns signIns;
    private final BrowserSessions sessions;
    private final Tokens tokens;
    private final ConsoleOrigins origins;

    SessionController(
            SignIns signIns, BrowserSessions sessions, Tokens tokens, ConsoleOrigins origins) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.tokens = tokens;
        this.origins = origins;
    }

    /**
     * @param expiresIn seconds that the access token is good for
     */
    record Access(String accessToken, long expiresIn) {}

    @PostMapping
    @Public("whoever signs in has no token yet")
    Access begin(
            @Valid @RequestBody Login login,
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            HttpServletRequest request,
            HttpServletResponse response) {
        origins.require(request);
        Person person = signIns.enter(login);
        session(cookie).ifPresent(sessions::end);
        String token = sessions.begin(person.id(), person.tenant(), person.credential());
        set(token, Tokens.SESSION_LIFE, request, response);
        return access(person);
    }

    @PutMapping
    @Public("the cookie is the sign-in")
    Access exchange(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            HttpServletRequest request,
            HttpServletResponse response) {
        origins.require(request);
        Optional<Session> session = session(cookie);
        Optional<Person> person = session.flatMap(s -> signIns.stillIn(s.person(), s.credential()));
        Optional<String> next = person.flatMap(_ -> session.flatMap(sessions::exchange));
        if (person.isEmpty() || next.isEmpty()) {
            session.ifPresent(sessions::end);
            clear(request, response);
            throw SignIns.refused("There is no session, or it is over");
        }
        set(next.get(), Tokens.SESSION_LIFE, request, response);
        return access(person.get());
    }

    @DeleteMapping
    @Public("the cookie is the sign-in, and without one there is nothing to end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            HttpServletRequest request,
            HttpServletResponse response) {
        origins.require(request);
        session(cookie).ifPresent(sessions::end);
        clear(request, response);
    }

    /** What was forged or has run out is no session. */
    private Optional<Session> session(@Nullable String cookie) {
        try {
            return Optional.ofNullable(cookie).map(sessions::read);
        } catch (JwtException notOurs) {
            return Optional.empty();
        }
    }

    private Access access(Person person) {
        return new Access(
                tokens.access(person.id(), person.tenant(), person.roles()),
                Tokens.ACCESS.toSeconds());
    }

    private static void clear(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(
            String token, Duration life, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(isOverTls(request))
                        .path("/api/v1/auth/session")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    /** Behind a proxy the node sees plain HTTP; the browser says what it sees. */
    private static boolean isOverTls(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return request.isSecure() || (origin != null && origin.startsWith("https://"));
    }
}
