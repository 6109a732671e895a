package dev.docket.projection.search;

import dev.docket.event.ticket.Priority;
import dev.docket.index.TicketDocument;
import dev.docket.projection.running.Columns;
import dev.docket.projection.search.IndexedView.Description;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tickets, with what was said in them. */
final class ChangedTickets {

    private static final int LONGEST_CONVERSATION = 65_536;
    private static final int MOST_MESSAGES = 500;

    private static final Description DESCRIPTION =
            new Description(
                    "tickets", "ticket_search", IndexShape.of("tickets", 2), "tickets", "ticket");

    private ChangedTickets() {}

    static IndexedView view(DataSource database) {
        return new IndexedView(DESCRIPTION, database, ChangedTickets::after);
    }

    private static List<ChangedDocument> after(JdbcClient jdbc, long change, int limit) {
        List<Row> rows = rows(jdbc, change, limit);
        Map<UUID, Conversation> conversations = conversations(jdbc, rows);
        return rows.stream().map(row -> row.with(conversations.get(row.id()))).toList();
    }

    private static List<Row> rows(JdbcClient jdbc, long change, int limit) {
        return jdbc.sql(
                        """
                        SELECT change, tenant, id, number, subject, description, status, priority,
                               type, category, tags, requester, team, agent, channel, solution,
                               opened_at, updated_at, version, position
                        FROM tickets.ticket WHERE change > ? ORDER BY change LIMIT ?
                        """)
                .params(change, limit)
                .query((row, number) -> Row.of(row))
                .list();
    }

    private static Map<UUID, Conversation> conversations(JdbcClient jdbc, List<Row> rows) {
        Map<UUID, Conversation> conversations = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT newest.ticket, newest.kind, newest.body
                        FROM unnest(?::uuid[]) AS asked (ticket)
                        CROSS JOIN LATERAL (
                            SELECT m.ticket, m.kind, m.body, m.position,
                                   sum(length(m.body))
                                       OVER (PARTITION BY m.kind ORDER BY m.position DESC) AS size
                            FROM (SELECT ticket, kind, body, position FROM tickets.message
                                  WHERE ticket = asked.ticket
                                  ORDER BY position DESC LIMIT ?) m
                            WHERE m.body IS NOT NULL
                        ) newest
                        WHERE newest.size - length(newest.body) < ?
                        ORDER BY newest.ticket, newest.position
                        """)
                .params(
                        rows.stream().map(Row::id).toArray(UUID[]::new),
                        MOST_MESSAGES,
                        LONGEST_CONVERSATION)
                .query(row -> {
                    conversations
                            .computeIfAbsent(
                                    row.getObject("ticket", UUID.class), id -> new Conversation())
                            .add(row.getString("kind"), row.getString("body"));
                });
        return conversations;
    }

    /** What was said in a ticket, oldest first. */
    private static final class Conversation {
        private final StringBuilder replies = new StringBuilder();
        private final StringBuilder notes = new StringBuilder();

        void add(String kind, String body) {
            (kind.equals("NOTE") ? notes : replies).append(body).append('\n');
        }
    }

    private record Row(long change, UUID id, @Nullable String solution, TicketDocument ticket) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("change"),
                    row.getObject("id", UUID.class),
                    row.getString("solution"),
                    new TicketDocument(
                            row.getObject("tenant", UUID.class),
                            row.getLong("number"),
                            row.getString("subject"),
                            row.getString("description"),
                            null,
                            null,
                            row.getString("status"),
                            Priority.ofRank(row.getInt("priority")).name(),
                            row.getString("type"),
                            row.getString("category"),
                            null,
                            Columns.texts(row, "tags"),
                            row.getObject("requester", UUID.class),
                            row.getObject("team", UUID.class),
                            row.getObject("agent", UUID.class),
                            row.getString("channel"),
                            Columns.time(row, "opened_at"),
                            Columns.time(row, "updated_at"),
                            row.getLong("version"),
                            row.getLong("position"),
                            null,
                            null,
                            null));
        }

        ChangedDocument with(@Nullable Conversation conversation) {
            StringBuilder replies = new StringBuilder();
            String notes = "";
            if (conversation != null) {
                replies.append(conversation.replies);
                notes = conversation.notes.toString();
            }
            if (solution != null) {
                replies.append(solution);
            }
            return new ChangedDocument(
                    change,
                    id,
                    ticket.position(),
                    TicketText.complete(ticket, replies.toString(), notes));
        }
    }
}
