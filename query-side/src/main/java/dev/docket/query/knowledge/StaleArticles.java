package dev.docket.query.knowledge;

import dev.docket.event.knowledge.KnowledgeBaseEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a published article {@code a} one that needs a look: nobody has confirmed it for as
 * long as the organisation says, its votes of the last 90 days are worse than those before, or a
 * ticket that it was to help with was reopened since.
 */
final class StaleArticles {

    private static final String NOT_CONFIRMED =
            """
            greatest(sp.published_at, a.confirmed_at) < now() - coalesce(
                (SELECT s.stale_months FROM knowledge.settings s WHERE s.tenant = a.tenant), %d)
                * interval '1 month'
            """
                    .formatted(KnowledgeBaseEvent.USUAL_STALENESS_MONTHS);

    private static final String VOTES_FALLING =
            """
            (SELECT count(*) FILTER (WHERE v.late) >= 3
                    AND coalesce(avg(v.good) FILTER (WHERE v.late)
                        < avg(v.good) FILTER (WHERE NOT v.late) - 0.1, false)
             FROM (SELECT o.helpful::int AS good, o.voted_at > now() - interval '90 days' AS late
                   FROM knowledge.vote o WHERE o.article = a.id) v)
            """;

    private static final String TICKETS_REOPENED =
            """
            EXISTS (SELECT 1 FROM knowledge.ticket_link l WHERE l.article = a.id
                    AND l.reopened_at > coalesce(a.confirmed_at, '-infinity'))
            """;

    static final String CONDITION =
            "EXISTS (SELECT 1 FROM knowledge.publication sp WHERE sp.article = a.id AND (%s OR %s OR %s))"
                    .formatted(NOT_CONFIRMED, TICKETS_REOPENED, VOTES_FALLING);

    /** The columns that {@link #reasons} reads, of an article {@code a} and its {@code sp}. */
    static final String COLUMNS =
            "%s AS not_confirmed, %s AS votes_falling, %s AS tickets_reopened"
                    .formatted(NOT_CONFIRMED, VOTES_FALLING, TICKETS_REOPENED);

    private StaleArticles() {}

    static List<String> reasons(ResultSet row) throws SQLException {
        List<String> reasons = new ArrayList<>();
        if (row.getBoolean("not_confirmed")) {
            reasons.add("notConfirmed");
        }
        if (row.getBoolean("votes_falling")) {
            reasons.add("votesFalling");
        }
        if (row.getBoolean("tickets_reopened")) {
            reasons.add("ticketsReopened");
        }
        return reasons;
    }
}
