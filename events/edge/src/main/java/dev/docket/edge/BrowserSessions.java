package dev.docket.edge;

import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * The sign-ins of browsers. Each token is exchanged once, for the next of its session; one that
 * comes again has been copied, and ends the session for whoever has the newest. The log's database
 * remembers a row a session, which an exchange updates and nobody replays.
 */
public final class BrowserSessions {

    /** Pages that exchange at once, and an exchange whose answer was lost, are no thieves. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Clock clock;

    BrowserSessions(DataSource logDatabase, Tokens tokens, Clock clock) {
        this.jdbc = JdbcClient.create(logDatabase);
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What a session's token says.
     *
     * @param generation counts the exchanges, from 0
     * @param credential as in {@link Tokens.Refresh}
     */
    public record Session(
            UUID id, long generation, PersonId person, TenantId tenant, long credential) {

        private Session at(long otherGeneration) {
            return new Session(id, otherGeneration, person, tenant, credential);
        }
    }

    /** Begins a session and gives its first token. */
    public String begin(PersonId person, TenantId tenant, long credential) {
        Session session = new Session(UUID.randomUUID(), 0, person, tenant, credential);
        jdbc.sql(
                        """
                        WITH lapsed AS (DELETE FROM log.browser_session WHERE lapses_at < :now)
                        INSERT INTO log.browser_session (id, generation, exchanged_at, lapses_at)
                        VALUES (:id, 0, :now, :lapses)
                        """)
                .param("id", session.id())
                .param("now", time(clock.instant()))
                .param("lapses", time(clock.instant().plus(Tokens.SESSION_LIFE)))
                .update();
        return tokens.session(session);
    }

    /**
     * Reads a token, whether or not it was exchanged already.
     *
     * @throws JwtException if it is not one of ours, or has run out
     */
    public Session read(String token) {
        return tokens.readSession(token);
    }

    /** The next token; empty if the session is over, or now is because the token came again. */
    public Optional<String> exchange(Session session) {
        Instant now = clock.instant();
        Optional<Long> generation =
                jdbc.sql(
                                """
                                UPDATE log.browser_session SET
                                    generation = :generation + 1,
                                    exchanged_at = CASE WHEN generation = :generation
                                                   THEN :now ELSE exchanged_at END,
                                    lapses_at = :lapses
                                WHERE id = :id AND lapses_at >= :now
                                  AND (generation = :generation
                                       OR (generation = :generation + 1
                                           AND exchanged_at >= :graceful))
                                RETURNING generation
                                """)
                        .param("id", session.id())
                        .param("generation", session.generation())
                        .param("now", time(now))
                        .param("graceful", time(now.minus(GRACE)))
                        .param("lapses", time(now.plus(Tokens.SESSION_LIFE)))
                        .query(Long.class)
                        .optional();
        if (generation.isEmpty()) {
            end(session);
        }
        return generation.map(next -> tokens.session(session.at(next)));
    }

    /** Ends a session; ending it again changes nothing. */
    public void end(Session session) {
        jdbc.sql("DELETE FROM log.browser_session WHERE id = ?").params(session.id()).update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
