package dev.docket.projection.search;

import dev.docket.event.ticket.Priority;
import dev.docket.index.TicketDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the tickets' view in the order in which its rows changed. A ticket that changed twice is
 * met once, at its later change.
 */
final class ChangedTickets {

    private static final int LONGEST_CONVERSATION = 65_536;
    private static final int MOST_MESSAGES = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    ChangedTickets(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * The view at a moment.
     *
     * @param schema which of its copies serves: another one after a rebuild
     * @param position how far it has followed the log
     */
    record Source(long schema, long position) {}

    /**
     * Changes that follow each other.
     *
     * @param isEnd whether there were no others at that moment
     */
    record Batch(Source source, List<ChangedTicket> tickets, boolean isEnd) {

        long lastChange(long otherwise) {
            return tickets.isEmpty() ? otherwise : tickets.getLast().change();
        }
    }

    Source source() {
        return jdbc.sql(
                        """
                        SELECT n.oid::bigint AS schema, t.position
                        FROM tickets.token t, pg_namespace n WHERE n.nspname = 'tickets'
                        """)
                .query(Source.class)
                .single();
    }

    /** The last change before which all rows are in an index that holds all up to a position. */
    long changeBefore(long position) {
        return jdbc.sql(
                        """
                        SELECT coalesce(min(change) FILTER (WHERE position > ?) - 1,
                                        max(change), 0)
                        FROM tickets.ticket
                        """)
                .param(position)
                .query(Long.class)
                .single();
    }

    Batch after(long change, int limit) {
        Batch batch =
                snapshot.execute(status -> {
                    Source source = source();
                    List<Row> rows = rows(change, limit);
                    Map<UUID, Conversation> conversations = conversations(rows);
                    List<ChangedTicket> tickets =
                            rows.stream()
                                    .map(row -> row.with(conversations.get(row.id())))
                                    .toList();
                    return new Batch(source, tickets, rows.size() < limit);
                });
        if (batch == null) {
            throw new IllegalStateException("A snapshot without a result");
        }
        return batch;
    }

    /** A single ticket as it is now; empty if there is none, or it is parked. */
    List<ChangedTicket> one(UUID ticket) {
        List<Row> rows = query("WHERE id = ?", List.of(ticket));
        Map<UUID, Conversation> conversations = conversations(rows);
        return rows.stream().map(row -> row.with(conversations.get(row.id()))).toList();
    }

    private List<Row> rows(long change, int limit) {
        return query("WHERE change > ? ORDER BY change LIMIT ?", List.of(change, limit));
    }

    private List<Row> query(String which, List<?> parameters) {
        return jdbc.sql(
                        """
                        SELECT change, tenant, id, number, subject, description, status, priority,
                               type, category, tags, requester, team, agent, channel, solution,
                               opened_at, updated_at, version, position
                        FROM tickets.ticket %s
                        """
                                .formatted(which))
                .params(parameters)
                .query((row, number) -> Row.of(row))
                .list();
    }

    private Map<UUID, Conversation> conversations(List<Row> rows) {
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
                            Arrays.stream((Object[]) row.getArray("tags").getArray())
                                    .map(String::valueOf)
                                    .toList(),
                            row.getObject("requester", UUID.class),
                            row.getObject("team", UUID.class),
                            row.getObject("agent", UUID.class),
                            row.getString("channel"),
                            instant(row, "opened_at"),
                            instant(row, "updated_at"),
                            row.getLong("version"),
                            row.getLong("position"),
                            null,
                            null,
                            null));
        }

        private static Instant instant(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        ChangedTicket with(@Nullable Conversation conversation) {
            StringBuilder replies = new StringBuilder();
            String notes = "";
            if (conversation != null) {
                replies.append(conversation.replies);
                notes = conversation.notes.toString();
            }
            if (solution != null) {
                replies.append(solution);
            }
            return new ChangedTicket(
                    change, id, SearchableText.complete(ticket, replies.toString(), notes));
        }
    }
}
