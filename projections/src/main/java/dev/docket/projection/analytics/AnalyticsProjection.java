package dev.docket.projection.analytics;

import dev.docket.event.Recorded;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.projection.running.Columns;
import dev.docket.projection.running.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Counts and durations: {@code analytics.hourly}, kept by what each batch adds. */
public final class AnalyticsProjection implements Projection {

    @Override
    public String name() {
        return "analytics";
    }

    @Override
    public void apply(List<Recorded> batch, JdbcClient jdbc) {
        Map<UUID, TicketFact> facts = read(knownTickets(batch), jdbc);
        Map<Bucket, Counts> counts = new LinkedHashMap<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof TicketEvent event) {
                facts.computeIfAbsent(event.ticket().value(), TicketFact::new)
                        .apply(
                                event,
                                recorded,
                                bucket -> counts.computeIfAbsent(bucket, added -> new Counts()));
            }
        }
        writeFacts(facts.values(), jdbc);
        addCounts(counts, jdbc);
    }

    private static Set<UUID> knownTickets(List<Recorded> batch) {
        Set<UUID> known = new LinkedHashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof TicketEvent && recorded.version() > 0) {
                known.add(recorded.stream());
            }
        }
        return known;
    }

    private static Map<UUID, TicketFact> read(Set<UUID> ids, JdbcClient jdbc) {
        Map<UUID, TicketFact> facts = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT id, tenant, priority, category, team, agent, status, opened_at,
                                   first_replied_at, resolved_at
                            FROM ticket_fact WHERE id = ANY (?)
                            """)
                    .param(Columns.of("uuid", ids, id -> id))
                    .query((row, number) -> fact(row))
                    .list()
                    .forEach(fact -> facts.put(fact.id, fact));
        }
        return facts;
    }

    private static TicketFact fact(ResultSet row) throws SQLException {
        TicketFact fact = new TicketFact(row.getObject("id", UUID.class));
        fact.tenant = row.getObject("tenant", UUID.class);
        fact.priority = row.getString("priority");
        fact.category = row.getString("category");
        fact.team = row.getObject("team", UUID.class);
        fact.agent = row.getObject("agent", UUID.class);
        fact.status = Status.valueOf(row.getString("status"));
        fact.openedAt = Columns.time(row, "opened_at");
        fact.firstRepliedAt = Columns.instant(row, "first_replied_at");
        fact.resolvedAt = Columns.instant(row, "resolved_at");
        return fact;
    }

    private static void writeFacts(Collection<TicketFact> facts, JdbcClient jdbc) {
        if (facts.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO ticket_fact (id, tenant, priority, category, team, agent,
                                                 status, opened_at, first_replied_at, resolved_at)
                        SELECT n.id, n.tenant, n.priority, n.category, n.team, n.agent, n.status,
                               n.opened_at, n.first_replied_at, n.resolved_at
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (id, tenant, priority, category, team, agent, status, opened_at,
                                  first_replied_at, resolved_at)
                        ON CONFLICT (id) DO UPDATE SET
                            priority = excluded.priority, category = excluded.category,
                            team = excluded.team, agent = excluded.agent,
                            status = excluded.status,
                            first_replied_at = excluded.first_replied_at,
                            resolved_at = excluded.resolved_at
                        """)
                .params(
                        Columns.of("uuid", facts, fact -> fact.id),
                        Columns.of("uuid", facts, fact -> fact.tenant),
                        Columns.of("text", facts, fact -> fact.priority),
                        Columns.of("text", facts, fact -> fact.category),
                        Columns.of("uuid", facts, fact -> fact.team),
                        Columns.of("uuid", facts, fact -> fact.agent),
                        Columns.of("text", facts, fact -> fact.status.name()),
                        Columns.of("timestamptz", facts, fact -> fact.openedAt),
                        Columns.of("timestamptz", facts, fact -> fact.firstRepliedAt),
                        Columns.of("timestamptz", facts, fact -> fact.resolvedAt))
                .update();
    }

    private static void addCounts(Map<Bucket, Counts> counts, JdbcClient jdbc) {
        if (counts.isEmpty()) {
            return;
        }
        Set<Bucket> buckets = counts.keySet();
        jdbc.sql(
                        """
                        INSERT INTO hourly AS h (
                            tenant, hour, priority, category, team, agent, opened, resolved, closed,
                            reopened, backlog, first_responses, first_response_seconds,
                            resolutions, resolution_seconds)
                        SELECT n.tenant, n.hour, n.priority, n.category, n.team, n.agent, n.opened,
                               n.resolved, n.closed, n.reopened, n.backlog, n.first_responses,
                               n.first_response_seconds, n.resolutions, n.resolution_seconds
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, hour, priority, category, team, agent, opened, resolved,
                                  closed, reopened, backlog, first_responses,
                                  first_response_seconds, resolutions, resolution_seconds)
                        ON CONFLICT (tenant, hour, priority, category, team, agent) DO UPDATE SET
                            opened = h.opened + excluded.opened,
                            resolved = h.resolved + excluded.resolved,
                            closed = h.closed + excluded.closed,
                            reopened = h.reopened + excluded.reopened,
                            backlog = h.backlog + excluded.backlog,
                            first_responses = h.first_responses + excluded.first_responses,
                            first_response_seconds =
                                h.first_response_seconds + excluded.first_response_seconds,
                            resolutions = h.resolutions + excluded.resolutions,
                            resolution_seconds =
                                h.resolution_seconds + excluded.resolution_seconds
                        """)
                .params(
                        Columns.of("uuid", buckets, Bucket::tenant),
                        Columns.of("timestamptz", buckets, Bucket::hour),
                        Columns.of("text", buckets, Bucket::priority),
                        Columns.of("text", buckets, Bucket::category),
                        Columns.of("uuid", buckets, Bucket::team),
                        Columns.of("uuid", buckets, Bucket::agent),
                        numbers(counts, added -> added.opened),
                        numbers(counts, added -> added.resolved),
                        numbers(counts, added -> added.closed),
                        numbers(counts, added -> added.reopened),
                        numbers(counts, added -> added.backlog),
                        numbers(counts, added -> added.firstResponses),
                        numbers(counts, added -> added.firstResponseSeconds),
                        numbers(counts, added -> added.resolutions),
                        numbers(counts, added -> added.resolutionSeconds))
                .update();
    }

    private static SqlArrayValue numbers(
            Map<Bucket, Counts> counts, ToLongFunction<Counts> number) {
        return Columns.of("bigint", counts.values(), number::applyAsLong);
    }
}
