package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnlinked;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketId;
import dev.docket.projection.running.Columns;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links' share of a batch, and what became of the tickets at their other end. */
final class LinkRows {

    private record Pair(UUID article, UUID ticket) {}

    private record Link(UUID tenant, Pair pair, Instant at, @Nullable Instant reopenedAt) {

        Link reopened(Instant when) {
            return new Link(tenant, pair, at, when);
        }
    }

    /** Null where a link was taken away. */
    private final Map<Pair, @Nullable Link> links = new LinkedHashMap<>();

    private record Ticket(UUID tenant, UUID id) {}

    private final Map<Ticket, Instant> reopened = new LinkedHashMap<>();

    void add(ArticleEvent event, Recorded recorded) {
        if (event instanceof ArticleLinked e) {
            link(event, e.ticket(), recorded);
        } else if (event instanceof ArticleDrafted e && e.solves() != null) {
            link(event, e.solves(), recorded);
        } else if (event instanceof ArticleUnlinked e) {
            links.put(new Pair(e.article().value(), e.ticket().value()), null);
        }
    }

    private void link(ArticleEvent event, TicketId ticket, Recorded recorded) {
        Pair pair = new Pair(event.article().value(), ticket.value());
        UUID tenant = recorded.facts().tenant().value();
        links.put(pair, new Link(tenant, pair, recorded.occurredAt(), null));
    }

    void add(TicketReopened event, Recorded recorded) {
        Ticket ticket = new Ticket(recorded.facts().tenant().value(), event.ticket().value());
        reopened.put(ticket, recorded.occurredAt());
        links.replaceAll((pair, link) ->
                link != null && new Ticket(link.tenant(), pair.ticket()).equals(ticket)
                        ? link.reopened(recorded.occurredAt())
                        : link);
    }

    void write(JdbcClient jdbc) {
        if (!reopened.isEmpty()) {
            reopen(jdbc);
        }
        List<Pair> gone =
                links.entrySet().stream()
                        .filter(entry -> entry.getValue() == null)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!gone.isEmpty()) {
            delete(gone, jdbc);
        }
        List<Link> made =
                links.values().stream().mapMulti(LinkRows::present).map(Link.class::cast).toList();
        if (!made.isEmpty()) {
            upsert(made, jdbc);
        }
    }

    private static void present(@Nullable Link link, java.util.function.Consumer<Object> consumer) {
        if (link != null) {
            consumer.accept(link);
        }
    }

    private void reopen(JdbcClient jdbc) {
        var entries = reopened.entrySet();
        jdbc.sql(
                        """
                        UPDATE ticket_link AS l SET reopened_at = n.reopened_at
                        FROM unnest(?, ?, ?) AS n (tenant, ticket, reopened_at)
                        WHERE l.tenant = n.tenant AND l.ticket = n.ticket
                        """)
                .params(
                        Columns.of("uuid", entries, e -> e.getKey().tenant()),
                        Columns.of("uuid", entries, e -> e.getKey().id()),
                        Columns.of("timestamptz", entries, Map.Entry::getValue))
                .update();
    }

    private static void delete(List<Pair> gone, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        DELETE FROM ticket_link USING unnest(?, ?) AS n (article, ticket)
                        WHERE ticket_link.article = n.article AND ticket_link.ticket = n.ticket
                        """)
                .params(
                        Columns.of("uuid", gone, Pair::article),
                        Columns.of("uuid", gone, Pair::ticket))
                .update();
    }

    private static void upsert(List<Link> made, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO ticket_link (tenant, article, ticket, linked_at, reopened_at)
                        SELECT n.tenant, n.article, n.ticket, n.linked_at, n.reopened_at
                        FROM unnest(?, ?, ?, ?, ?)
                            AS n (tenant, article, ticket, linked_at, reopened_at)
                        ON CONFLICT (article, ticket) DO UPDATE SET
                            linked_at = excluded.linked_at, reopened_at = excluded.reopened_at
                        """)
                .params(
                        Columns.of("uuid", made, Link::tenant),
                        Columns.of("uuid", made, link -> link.pair().article()),
                        Columns.of("uuid", made, link -> link.pair().ticket()),
                        Columns.of("timestamptz", made, Link::at),
                        Columns.of("timestamptz", made, Link::reopenedAt))
                .update();
    }
}
