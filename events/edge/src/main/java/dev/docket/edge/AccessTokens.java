package dev.docket.edge;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads access tokens that come another way than in the header of a request. */
public final class AccessTokens {

    private final JwtDecoder decoder;
    private final JwtAuthenticationConverter authorities;
    private final CallerResolver callers;
    private final boolean rolesAreOurs;

    AccessTokens(
            JwtDecoder decoder,
            JwtAuthenticationConverter authorities,
            CallerResolver callers,
            boolean rolesAreOurs) {
        this.decoder = decoder;
        this.authorities = authorities;
        this.callers = callers;
        this.rolesAreOurs = rolesAreOurs;
    }

    /** Who bears a token, and until when. */
    public record Access(Caller caller, Instant runsOut) {}

    /**
     * Reads a token; empty if it is forged, incomplete, or has run out.
     *
     * @param origin from where it came, as in {@link Caller#origin}
     */
    public Optional<Access> read(String token, String origin) {
        try {
            Jwt jwt = decoder.decode(token);
            if (authorities.convert(jwt) instanceof JwtAuthenticationToken authentication) {
                Instant end = jwt.getExpiresAt();
                return Optional.of(
                        new Access(
                                callers.caller(authentication, origin),
                                end == null ? Instant.MAX : end));
            }
            return Optional.empty();
        } catch (JwtException | ProblemException refused) {
            return Optional.empty();
        }
    }

    /** Whether roles are given by Docket and not by somebody else's issuer. */
    public boolean rolesAreOurs() {
        return rolesAreOurs;
    }
}
