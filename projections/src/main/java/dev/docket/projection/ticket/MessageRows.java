package dev.docket.projection.ticket;

import dev.docket.event.Recorded;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.projection.running.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conversations' share of a batch: what was written, and what was deleted again. */
final class MessageRows {

    private record Written(
            Recorded recorded,
            UUID ticket,
            UUID id,
            String kind,
            UUID author,
            boolean byAgent,
            String channel,
            String body) {}

    private record Redacted(UUID id, String reason) {}

    private final List<Written> written = new ArrayList<>();
    private final List<Redacted> redacted = new ArrayList<>();

    void add(TicketEvent event, Recorded recorded) {
        if (event instanceof ReplyAdded e) {
            written.add(
                    new Written(
                            recorded,
                            e.ticket().value(),
                            e.message().value(),
                            "REPLY",
                            e.author().value(),
                            e.byAgent(),
                            e.channel().name(),
                            e.body()));
        } else if (event instanceof NoteAdded e) {
            written.add(
                    new Written(
                            recorded,
                            e.ticket().value(),
                            e.message().value(),
                            "NOTE",
                            e.author().value(),
                            true,
                            "API",
                            e.body()));
        } else if (event instanceof MessageRedacted e) {
            redacted.add(new Redacted(e.message().value(), e.reason()));
        }
    }

    void write(JdbcClient jdbc) {
        if (!written.isEmpty()) {
            insert(jdbc);
        }
        if (!redacted.isEmpty()) {
            redact(jdbc);
        }
    }

    private void insert(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO message (tenant, ticket, id, kind, author, by_agent, channel,
                                             body, written_at, position)
                        SELECT n.tenant, n.ticket, n.id, n.kind, n.author, n.by_agent, n.channel,
                               n.body, n.written_at, n.position
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, ticket, id, kind, author, by_agent, channel, body,
                                  written_at, position)
                        """)
                .params(
                        Columns.of("uuid", written, m -> m.recorded().facts().tenant().value()),
                        Columns.of("uuid", written, Written::ticket),
                        Columns.of("uuid", written, Written::id),
                        Columns.of("text", written, Written::kind),
                        Columns.of("uuid", written, Written::author),
                        Columns.of("boolean", written, Written::byAgent),
                        Columns.of("text", written, Written::channel),
                        Columns.of("text", written, Written::body),
                        Columns.of("timestamptz", written, m -> m.recorded().occurredAt()),
                        Columns.of("bigint", written, m -> m.recorded().position()))
                .update();
    }

    private void redact(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        UPDATE message SET body = NULL, redaction = n.reason
                        FROM unnest(?, ?) AS n (id, reason) WHERE message.id = n.id
                        """)
                .params(
                        Columns.of("uuid", redacted, Redacted::id),
                        Columns.of("text", redacted, Redacted::reason))
                .update();
    }
}
