package dev.docket.projection.ticket;

import dev.docket.event.Recorded;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketEvent.AttachmentsAdded;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.projection.running.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files' share of a batch: what came, and what went with its message or by itself. */
final class AttachmentRows {

    private record Added(
            Recorded recorded,
            UUID ticket,
            @Nullable MessageId message,
            AttachedFile file,
            short ordinal) {}

    private final List<Added> added = new ArrayList<>();
    private final List<UUID> removed = new ArrayList<>();
    private final List<UUID> redacted = new ArrayList<>();

    void add(TicketEvent event, Recorded recorded) {
        if (event instanceof AttachmentsAdded e) {
            short ordinal = 0;
            for (AttachedFile file : e.attachments()) {
                added.add(new Added(recorded, e.ticket().value(), e.message(), file, ordinal++));
            }
        } else if (event instanceof AttachmentRemoved e) {
            removed.add(e.attachment().value());
        } else if (event instanceof MessageRedacted e) {
            redacted.add(e.message().value());
        }
    }

    /** Nothing comes to a message that is redacted, nor twice: first what came, then what went. */
    void write(JdbcClient jdbc) {
        if (!added.isEmpty()) {
            insert(jdbc);
        }
        if (!removed.isEmpty()) {
            jdbc.sql("DELETE FROM attachment WHERE id = ANY(?)")
                    .param(Columns.of("uuid", removed, id -> id))
                    .update();
        }
        if (!redacted.isEmpty()) {
            jdbc.sql(
                            """
                            DELETE FROM attachment a USING message m
                            WHERE m.id = ANY(?) AND a.ticket = m.ticket AND a.message = m.id
                            """)
                    .param(Columns.of("uuid", redacted, id -> id))
                    .update();
        }
    }

    private void insert(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO attachment (tenant, ticket, message, id, name, media_type, size,
                                                sha256, added_at, position, ordinal)
                        SELECT n.tenant, n.ticket, n.message, n.id, n.name, n.media_type, n.size,
                               n.sha256, n.added_at, n.position, n.ordinal
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, ticket, message, id, name, media_type, size, sha256,
                                  added_at, position, ordinal)
                        """)
                .params(
                        Columns.of("uuid", added, a -> a.recorded().facts().tenant().value()),
                        Columns.of("uuid", added, Added::ticket),
                        Columns.of("uuid", added, AttachmentRows::message),
                        Columns.of("uuid", added, a -> a.file().attachment().value()),
                        Columns.of("text", added, a -> a.file().name()),
                        Columns.of("text", added, a -> a.file().mediaType()),
                        Columns.of("bigint", added, a -> a.file().size()),
                        Columns.of("text", added, a -> a.file().sha256().value()),
                        Columns.of("timestamptz", added, a -> a.recorded().occurredAt()),
                        Columns.of("bigint", added, a -> a.recorded().position()),
                        Columns.of("smallint", added, Added::ordinal))
                .update();
    }

    private static @Nullable UUID message(Added added) {
        MessageId message = added.message();
        return message == null ? null : message.value();
    }
}
