package dev.docket.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Spares the check of a signature that was checked within the last minute: it takes a tenth of a
 * search's time on the query node. What was refused is not remembered, and a token that has run out
 * meanwhile is checked again.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> valid =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        Jwt known = valid.getIfPresent(token);
        if (known != null && isCurrent(known)) {
            return known;
        }
        Jwt checked = decoder.decode(token);
        valid.put(token, checked);
        return checked;
    }

    private boolean isCurrent(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
