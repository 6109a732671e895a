package dev.docket.projection.ticket;

import dev.docket.event.ticket.Status;
import dev.docket.projection.running.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the rows of a batch: one statement each. */
final class TicketRows {

    /** Parts the elements of lists in one text: PostgreSQL's unnest flattens arrays of arrays. */
    private TicketRows() {}

    static Map<UUID, TicketRow> read(Set<UUID> ids, JdbcClient jdbc) {
        Map<UUID, TicketRow> rows = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return rows;
        }
        jdbc.sql(
                        """
                        SELECT tenant, id, number, subject, description, status, priority, type,
                               category, tags, requester, team, agent, channel, solution,
                               on_hold_reason, on_hold_until, merged_into, split_from, links,
                               watchers, opened_at, updated_at, first_replied_at, resolved_at,
                               closed_at, version, position
                        FROM ticket WHERE id = ANY (?)
                        """)
                .param(Columns.of("uuid", ids, id -> id))
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> rows.put(row.id, row));
        return rows;
    }

    private static TicketRow row(ResultSet row) throws SQLException {
        TicketRow ticket = new TicketRow(row.getObject("id", UUID.class));
        ticket.tenant = row.getObject("tenant", UUID.class);
        ticket.number = row.getLong("number");
        ticket.subject = row.getString("subject");
        ticket.description = row.getString("description");
        ticket.status = Status.valueOf(row.getString("status"));
        ticket.priority = row.getInt("priority");
        ticket.type = row.getString("type");
        ticket.category = row.getString("category");
        ticket.tags = new TreeSet<>(Columns.texts(row, "tags"));
        ticket.requester = row.getObject("requester", UUID.class);
        ticket.team = row.getObject("team", UUID.class);
        ticket.agent = row.getObject("agent", UUID.class);
        ticket.channel = row.getString("channel");
        ticket.solution = row.getString("solution");
        ticket.onHoldReason = row.getString("on_hold_reason");
        ticket.onHoldUntil = Columns.instant(row, "on_hold_until");
        ticket.mergedInto = row.getObject("merged_into", UUID.class);
        ticket.splitFrom = row.getObject("split_from", UUID.class);
        ticket.links.addAll(Columns.texts(row, "links"));
        ticket.watchers.addAll(Columns.texts(row, "watchers"));
        ticket.openedAt = Columns.time(row, "opened_at");
        ticket.updatedAt = Columns.time(row, "updated_at");
        ticket.firstRepliedAt = Columns.instant(row, "first_replied_at");
        ticket.resolvedAt = Columns.instant(row, "resolved_at");
        ticket.closedAt = Columns.instant(row, "closed_at");
        ticket.version = row.getLong("version");
        ticket.position = row.getLong("position");
        return ticket;
    }

    static void write(Collection<TicketRow> rows, JdbcClient jdbc) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO ticket AS t (
                            tenant, id, number, subject, description, status, priority, type,
                            category, tags, requester, team, agent, channel, solution,
                            on_hold_reason, on_hold_until, merged_into, split_from, links,
                            watchers, opened_at, updated_at, first_replied_at, resolved_at,
                            closed_at, version, position)
                        SELECT n.tenant, n.id, n.number, n.subject, n.description, n.status,
                               n.priority, n.type, n.category,
                               string_to_array(n.tags, E'\\x1f'), n.requester, n.team, n.agent,
                               n.channel, n.solution, n.on_hold_reason, n.on_hold_until,
                               n.merged_into, n.split_from, string_to_array(n.links, E'\\x1f'),
                               string_to_array(n.watchers, E'\\x1f')::uuid[], n.opened_at,
                               n.updated_at, n.first_replied_at, n.resolved_at, n.closed_at,
                               n.version, n.position
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                                    ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, id, number, subject, description, status, priority,
                                  type, category, tags, requester, team, agent, channel,
                                  solution, on_hold_reason, on_hold_until, merged_into,
                                  split_from, links, watchers, opened_at, updated_at,
                                  first_replied_at, resolved_at, closed_at, version, position)
                        ON CONFLICT (id) DO UPDATE SET
                            subject = excluded.subject, description = excluded.description,
                            status = excluded.status, priority = excluded.priority,
                            type = excluded.type, category = excluded.category,
                            tags = excluded.tags, team = excluded.team, agent = excluded.agent,
                            solution = excluded.solution,
                            on_hold_reason = excluded.on_hold_reason,
                            on_hold_until = excluded.on_hold_until,
                            merged_into = excluded.merged_into, links = excluded.links,
                            watchers = excluded.watchers, updated_at = excluded.updated_at,
                            first_replied_at = excluded.first_replied_at,
                            resolved_at = excluded.resolved_at, closed_at = excluded.closed_at,
                            version = excluded.version, position = excluded.position,
                            change = DEFAULT
                        WHERE t.version < excluded.version
                        """)
                .params(
                        Columns.of("uuid", rows, row -> row.tenant),
                        Columns.of("uuid", rows, row -> row.id),
                        Columns.of("bigint", rows, row -> row.number),
                        Columns.of("text", rows, row -> row.subject),
                        Columns.of("text", rows, row -> row.description),
                        Columns.of("text", rows, row -> row.status.name()),
                        Columns.of("smallint", rows, row -> (short) row.priority),
                        Columns.of("text", rows, row -> row.type),
                        Columns.of("text", rows, row -> row.category),
                        Columns.of("text", rows, row -> Columns.joined(row.tags)),
                        Columns.of("uuid", rows, row -> row.requester),
                        Columns.of("uuid", rows, row -> row.team),
                        Columns.of("uuid", rows, row -> row.agent),
                        Columns.of("text", rows, row -> row.channel),
                        Columns.of("text", rows, row -> row.solution),
                        Columns.of("text", rows, row -> row.onHoldReason),
                        Columns.of("timestamptz", rows, row -> row.onHoldUntil),
                        Columns.of("uuid", rows, row -> row.mergedInto),
                        Columns.of("uuid", rows, row -> row.splitFrom),
                        Columns.of("text", rows, row -> Columns.joined(row.links)),
                        Columns.of("text", rows, row -> Columns.joined(row.watchers)),
                        Columns.of("timestamptz", rows, row -> row.openedAt),
                        Columns.of("timestamptz", rows, row -> row.updatedAt),
                        Columns.of("timestamptz", rows, row -> row.firstRepliedAt),
                        Columns.of("timestamptz", rows, row -> row.resolvedAt),
                        Columns.of("timestamptz", rows, row -> row.closedAt),
                        Columns.of("bigint", rows, row -> row.version),
                        Columns.of("bigint", rows, row -> row.position))
                .update();
    }
}
