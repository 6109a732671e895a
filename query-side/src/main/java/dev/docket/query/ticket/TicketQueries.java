package dev.docket.query.ticket;

import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Page;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code tickets.ticket} and {@code tickets.message}. */
final class TicketQueries {

    /** Whoever has more tickets in a view does not work them off one by one. */
    private static final int MOST_COUNTED = 1_000;

    /** A number beside a list is not worth more: a filter without an index reads every ticket. */
    private static final int LONGEST_COUNT_SECONDS = 1;

    private static final TypeReference<List<AttachmentItem>> ATTACHMENTS = new TypeReference<>() {};

    /** Files in the order in which they came, in the row of what has them. */
    private static final String FILES =
            """
            (SELECT json_agg(json_build_object('id', f.id, 'name', f.name,
                                               'mediaType', f.media_type, 'size', f.size,
                                               'sha256', f.sha256)
                             ORDER BY f.position, f.ordinal)
             FROM tickets.attachment f WHERE f.tenant = %s AND f.ticket = %s AND f.message %s)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TicketQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<TicketItem> list(
            TicketFilter filter, TicketSort sort, @Nullable String cursor, int limit) {
        String after = cursor == null ? "" : "AND " + sort.after();
        StatementSpec statement =
                jdbc.sql(
                        """
                        SELECT t.id, t.number, t.subject, t.status, t.priority, t.type, t.category,
                               t.tags, t.requester, r.name AS requester_name, t.team, t.agent,
                               a.name AS agent_name, t.channel, t.opened_at, t.updated_at,
                               t.version
                        FROM tickets.ticket t
                        LEFT JOIN people.person r ON r.tenant = t.tenant AND r.id = t.requester
                        LEFT JOIN people.person a ON a.tenant = t.tenant AND a.id = t.agent
                        WHERE t.tenant = :tenant %s %s
                        %s
                        LIMIT :limit
                        """
                                .formatted(filter.conditions(), after, sort.orderBy()));
        statement = filter.bind(statement).param("limit", limit + 1);
        if (cursor != null) {
            TicketSort.After begin = sort.after(cursor, filter.tenant());
            statement = statement.param("after", begin.value()).param("afterId", begin.id());
        }
        List<TicketItem> rows = statement.query((row, number) -> item(row)).list();
        return Page.of(rows, limit, last -> sort.cursor(last, filter.tenant()));
    }

    /**
     * How many tickets a list shows. What takes longer than a second is given up.
     *
     * @param count at most 1,000
     * @param more whether there are more than were counted
     */
    record Count(int count, boolean more) {}

    Count count(TicketFilter filter) {
        StatementSpec statement =
                jdbc.sql(
                        """
                        SELECT count(*) FROM (
                            SELECT 1 FROM tickets.ticket t WHERE t.tenant = :tenant %s LIMIT :limit
                        ) AS found
                        """
                                .formatted(filter.conditions()));
        int found =
                filter.bind(statement)
                        .withQueryTimeout(LONGEST_COUNT_SECONDS)
                        .param("limit", MOST_COUNTED + 1)
                        .query(Integer.class)
                        .single();
        return new Count(Math.min(found, MOST_COUNTED), found > MOST_COUNTED);
    }

    private static TicketItem item(ResultSet row) throws SQLException {
        return new TicketItem(
                row.getObject("id", UUID.class),
                new TicketNumber(row.getLong("number")).toString(),
                row.getString("subject"),
                lower(row.getString("status")),
                priority(row),
                lower(row.getString("type")),
                row.getString("category"),
                Columns.texts(row, "tags"),
                requester(row),
                assignment(row),
                lower(row.getString("channel")),
                Columns.time(row, "opened_at"),
                Columns.time(row, "updated_at"),
                row.getLong("version"));
    }

    /** By id or by number; its files are those that came with no message. */
    Optional<TicketView> find(UUID tenant, @Nullable UUID id, long number) {
        return jdbc.sql(
                        """
                        SELECT t.id, t.number, t.subject, t.description, t.status, t.priority,
                               t.type, t.category, t.tags, t.requester, r.name AS requester_name,
                               t.team, t.agent, a.name AS agent_name, t.channel, t.solution,
                               t.on_hold_reason, t.on_hold_until, t.merged_into, t.split_from,
                               t.links, t.watchers, t.opened_at, t.updated_at, t.first_replied_at,
                               t.resolved_at, t.closed_at, t.version, %s AS attachments
                        FROM tickets.ticket t
                        LEFT JOIN people.person r ON r.tenant = t.tenant AND r.id = t.requester
                        LEFT JOIN people.person a ON a.tenant = t.tenant AND a.id = t.agent
                        WHERE t.tenant = :tenant AND %s
                        """
                                .formatted(
                                        FILES.formatted("t.tenant", "t.id", "IS NULL"),
                                        id == null ? "t.number = :number" : "t.id = :id"))
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .query((row, ignored) -> view(row))
                .optional();
    }

    private TicketView view(ResultSet row) throws SQLException {
        return new TicketView(
                row.getObject("id", UUID.class),
                new TicketNumber(row.getLong("number")).toString(),
                row.getString("subject"),
                row.getString("description"),
                lower(row.getString("status")),
                priority(row),
                lower(row.getString("type")),
                row.getString("category"),
                Columns.texts(row, "tags"),
                requester(row),
                assignment(row),
                lower(row.getString("channel")),
                row.getString("solution"),
                row.getString("on_hold_reason"),
                Columns.instant(row, "on_hold_until"),
                row.getObject("merged_into", UUID.class),
                row.getObject("split_from", UUID.class),
                Columns.texts(row, "links").stream().map(TicketQueries::link).toList(),
                Columns.ids(row, "watchers"),
                attachments(row),
                Columns.time(row, "opened_at"),
                Columns.time(row, "updated_at"),
                Columns.instant(row, "first_replied_at"),
                Columns.instant(row, "resolved_at"),
                Columns.instant(row, "closed_at"),
                row.getLong("version"));
    }

    private static TicketView.Link link(String text) {
        int colon = text.indexOf(':');
        return new TicketView.Link(
                lower(text.substring(0, colon)), UUID.fromString(text.substring(colon + 1)));
    }

    /**
     * @param kind reply or note
     * @param body null when its content was deleted
     */
    record Message(
            UUID id,
            String kind,
            TicketItem.Person author,
            boolean byAgent,
            String channel,
            @Nullable String body,
            @Nullable String redaction,
            List<AttachmentItem> attachments,
            Instant writtenAt,
            long position) {}

    /** In the order of writing; notes only for those who may see them. */
    Page<Message> conversation(
            UUID tenant, UUID ticket, boolean withNotes, @Nullable String cursor, int limit) {
        Cursors cursors = new Cursors(tenant, "conversation", ticket.toString());
        List<Message> rows =
                jdbc.sql(
                                """
                                SELECT m.id, m.kind, m.author, p.name AS author_name, m.by_agent,
                                       m.channel, m.body, m.redaction, m.written_at, m.position,
                                       %s AS attachments
                                FROM tickets.message m
                                LEFT JOIN people.person p
                                     ON p.tenant = m.tenant AND p.id = m.author
                                WHERE m.tenant = :tenant AND m.ticket = :ticket
                                  AND m.position > :after AND (:notes OR m.kind = 'REPLY')
                                ORDER BY m.position LIMIT :limit
                                """
                                        .formatted(
                                                FILES.formatted("m.tenant", "m.ticket", "= m.id")))
                        .param("tenant", tenant)
                        .param("ticket", ticket)
                        .param("after", cursor == null ? 0L : cursors.number(cursor))
                        .param("notes", withNotes)
                        .param("limit", limit + 1)
                        .query((row, number) -> message(row))
                        .list();
        return Page.of(rows, limit, last -> cursors.of(Long.toString(last.position())));
    }

    private Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                lower(row.getString("kind")),
                new TicketItem.Person(
                        row.getObject("author", UUID.class), row.getString("author_name")),
                row.getBoolean("by_agent"),
                lower(row.getString("channel")),
                row.getString("body"),
                row.getString("redaction"),
                attachments(row),
                Columns.time(row, "written_at"),
                row.getLong("position"));
    }

    private List<AttachmentItem> attachments(ResultSet row) throws SQLException {
        String files = row.getString("attachments");
        return files == null ? List.of() : json.readValue(files, ATTACHMENTS);
    }

    private static TicketItem.Person requester(ResultSet row) throws SQLException {
        return new TicketItem.Person(
                row.getObject("requester", UUID.class), row.getString("requester_name"));
    }

    private static TicketItem.Assignment assignment(ResultSet row) throws SQLException {
        UUID agent = row.getObject("agent", UUID.class);
        return new TicketItem.Assignment(
                row.getObject("team", UUID.class),
                agent == null ? null : new TicketItem.Person(agent, row.getString("agent_name")));
    }

    private static String priority(ResultSet row) throws SQLException {
        return lower(Priority.ofRank(row.getInt("priority")).name());
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
