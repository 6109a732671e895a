package dev.docket.edge;

import dev.docket.edge.BrowserSessions.Session;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Issues and reads Docket's own tokens: JWTs signed with RS256, for 15 minutes of access, 30 days
 * of refreshing, or 30 days of a browser's session since it was last exchanged.
 */
public final class Tokens {

    public static final Duration ACCESS = Duration.ofMinutes(15);
    public static final Duration SESSION_LIFE = Duration.ofDays(30);
    private static final Duration REFRESH = Duration.ofDays(30);
    private static final String ISSUER = "docket";
    private static final String USE = "use";
    static final String TENANT = "tenant";
    static final String ROLES = "roles";
    private static final String CREDENTIAL = "credential";
    private static final String SESSION = "session";
    private static final String GENERATION = "generation";
    private static final long NO_NUMBER = -1;

    private final SigningKeys keys;
    private final Clock clock;
    private final JwtDecoder refreshDecoder;
    private final JwtDecoder sessionDecoder;

    public Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.refreshDecoder = decoder(keys, "refresh");
        this.sessionDecoder = decoder(keys, SESSION);
    }

    /** Accepts access tokens and nothing else. */
    static JwtDecoder accessDecoder(SigningKeys keys) {
        return decoder(keys, "access");
    }

    private static JwtDecoder decoder(SigningKeys keys, String use) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(Duration.ofSeconds(30)),
                        new JwtIssuerValidator(ISSUER),
                        new JwtClaimValidator<>(USE, use::equals)));
        return decoder;
    }

    public String access(PersonId person, TenantId tenant, Set<Role> roles) {
        return sign(
                claims(person, "access", ACCESS)
                        .claim(TENANT, tenant.toString())
                        .claim(ROLES, roles.stream().map(Role::name).sorted().toList())
                        .build());
    }

    /**
     * @param credential a version that changes whenever the person's earlier tokens are to lapse
     */
    public String refresh(PersonId person, TenantId tenant, long credential) {
        return sign(
                claims(person, "refresh", REFRESH)
                        .claim(TENANT, tenant.toString())
                        .claim(CREDENTIAL, credential)
                        .build());
    }

    /** What a refresh token says. */
    public record Refresh(PersonId person, TenantId tenant, long credential) {}

    /**
     * Reads a refresh token.
     *
     * @throws JwtException if it is not one of ours, or has run out
     */
    public Refresh read(String refreshToken) {
        Jwt jwt = refreshDecoder.decode(refreshToken);
        return new Refresh(
                new PersonId(UUID.fromString(jwt.getSubject())),
                new TenantId(UUID.fromString(jwt.getClaimAsString(TENANT))),
                number(jwt, CREDENTIAL));
    }

    /** The token of a browser's session as it stands. */
    String session(Session session) {
        return sign(
                claims(session.person(), SESSION, SESSION_LIFE)
                        .claim(TENANT, session.tenant().toString())
                        .claim(CREDENTIAL, session.credential())
                        .claim(SESSION, session.id().toString())
                        .claim(GENERATION, session.generation())
                        .build());
    }

    Session readSession(String token) {
        Jwt jwt = sessionDecoder.decode(token);
        return new Session(
                UUID.fromString(jwt.getClaimAsString(SESSION)),
                number(jwt, GENERATION),
                new PersonId(UUID.fromString(jwt.getSubject())),
                new TenantId(UUID.fromString(jwt.getClaimAsString(TENANT))),
                number(jwt, CREDENTIAL));
    }

    private static long number(Jwt jwt, String claim) {
        return jwt.getClaim(claim) instanceof Number number ? number.longValue() : NO_NUMBER;
    }

    private JwtClaimsSet.Builder claims(PersonId person, String use, Duration life) {
        Instant now = clock.instant();
        return JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(person.toString())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim(USE, use);
    }

    private String sign(JwtClaimsSet claims) {
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).keyId(keys.newest().getKeyID()).build();
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue();
    }
}
