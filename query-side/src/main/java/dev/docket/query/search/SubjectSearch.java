package dev.docket.query.search;

import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.query.rows.Columns;
import dev.docket.query.search.FoundTicket.Assignment;
import dev.docket.query.search.FoundTicket.Person;
import dev.docket.query.ticket.TicketFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds tickets by their number and by words of their subject, without the index. */
final class SubjectSearch {

    static final String LOOKED_THROUGH = "ticket numbers and subjects";

    private SubjectSearch() {}

    /** The ticket of the number first, then those that changed last. */
    static List<FoundTicket> find(
            JdbcClient jdbc, String typed, AskedWords words, TicketFilter filter, int limit) {
        Excerpts excerpts = Excerpts.of(words.stems());
        return filter.bind(
                        jdbc.sql(
                                """
                                SELECT t.id, t.number, t.subject, t.status, t.priority, t.type,
                                       t.category, t.tags, t.requester, r.name AS requester_name,
                                       t.team, t.agent, a.name AS agent_name, t.channel,
                                       t.opened_at, t.updated_at, t.version
                                FROM tickets.ticket t
                                LEFT JOIN people.person r
                                     ON r.tenant = t.tenant AND r.id = t.requester
                                LEFT JOIN people.person a
                                     ON a.tenant = t.tenant AND a.id = t.agent
                                WHERE t.tenant = :tenant
                                  AND (t.number = :number
                                       OR to_tsvector('simple', t.subject)
                                          @@ to_tsquery('simple', :words))
                                  %s
                                ORDER BY t.number = :number DESC, t.updated_at DESC, t.id DESC
                                LIMIT :most
                                """
                                        .formatted(filter.conditions())))
                .param("number", words.number().orElse(0))
                .param("words", WordBeginnings.of(typed))
                .param("most", limit)
                .query((row, number) -> ticket(row, excerpts))
                .list();
    }

    private static FoundTicket ticket(ResultSet row, Excerpts excerpts) throws SQLException {
        String subject = row.getString("subject");
        List<String> marked = excerpts.whole(subject);
        UUID agent = row.getObject("agent", UUID.class);
        return new FoundTicket(
                row.getObject("id", UUID.class),
                new TicketNumber(row.getLong("number")).toString(),
                subject,
                lower(row.getString("status")),
                lower(Priority.ofRank(row.getInt("priority")).name()),
                lower(row.getString("type")),
                row.getString("category"),
                Columns.texts(row, "tags"),
                new Person(row.getObject("requester", UUID.class), row.getString("requester_name")),
                new Assignment(
                        row.getObject("team", UUID.class),
                        agent == null ? null : new Person(agent, row.getString("agent_name"))),
                lower(row.getString("channel")),
                Columns.time(row, "opened_at"),
                Columns.time(row, "updated_at"),
                row.getLong("version"),
                marked.isEmpty() ? Map.of() : Map.of("subject", marked));
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
