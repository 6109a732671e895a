package dev.docket.query.knowledge;

import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.event.people.Role;
import dev.docket.query.paging.Parameters;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who reads, and in whose knowledge base.
 *
 * @param base the organisation whose knowledge is asked for
 * @param own the organisation that the reader belongs to; null for somebody unknown
 * @param worksThere whether the reader sees all that the base's own agents see
 */
public record Reader(UUID base, @Nullable UUID own, boolean worksThere) {

    static final String ORGANISATION = "organisation";

    /** Anybody who asks an organisation. */
    public static Reader anybody(UUID organisation) {
        return new Reader(organisation, null, false);
    }

    /** Whoever has signed in, of their own organisation's base unless another one is named. */
    static Reader of(Optional<Caller> caller, Parameters asked) {
        UUID named = asked.id(ORGANISATION);
        if (caller.isEmpty()) {
            if (named == null) {
                throw Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "not-signed-in",
                                "Sign in, or name an organisation to read what it shows to all")
                        .asException();
            }
            return anybody(named);
        }
        return of(caller.get(), named);
    }

    static Reader of(Caller caller, @Nullable UUID named) {
        if (caller.roles().isEmpty()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "role-missing", "Your roles do not allow this")
                    .asException();
        }
        UUID own = caller.tenant().value();
        UUID base = named == null ? own : named;
        boolean works = caller.worksOnTickets() || caller.has(Role.AUDITOR);
        return new Reader(base, own, works && base.equals(own));
    }

    boolean isAtHome() {
        return base.equals(own);
    }

    /** Which of the base's own publications, {@code p}, the reader may see. */
    String ownCondition() {
        if (worksThere) {
            return "p.tenant = :base";
        }
        if (isAtHome()) {
            return "p.tenant = :base AND p.effective_audience <> 'AGENTS'";
        }
        return own == null
                ? "p.tenant = :base AND p.effective_audience = 'PUBLIC'"
                : """
                p.tenant = :base AND (p.effective_audience = 'PUBLIC'
                    OR (p.effective_audience = 'REQUESTERS'
                        AND p.effective_organisations @> ARRAY[:own]))
                """;
    }

    /** Which of other organisations' publications belong to what the reader sees at home. */
    String sharedCondition() {
        return isAtHome()
                ? """
                p.tenant <> :base AND p.effective_audience = 'REQUESTERS'
                AND p.effective_organisations @> ARRAY[:own]
                """
                : "false";
    }

    /** Which publications, {@code p}, the reader may see. */
    String condition() {
        return "((%s) OR (%s))".formatted(ownCondition(), sharedCondition());
    }

    /** Whether those who may read something include somebody who does not work there. */
    static String mayRead(String tenant, String audience, String organisations) {
        return """
        (%2$s = 'PUBLIC'
         OR (%2$s = 'REQUESTERS' AND (%1$s = :own OR %3$s @> ARRAY[:own])))
        """
                .formatted(tenant, audience, organisations);
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.param("base", base).param("own", own == null ? new UUID(0, 0) : own);
    }
}
