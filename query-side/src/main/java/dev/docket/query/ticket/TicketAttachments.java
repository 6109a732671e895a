package dev.docket.query.ticket;

import dev.docket.edge.Caller;
import dev.docket.event.attachment.Sha256;
import dev.docket.event.people.Role;
import dev.docket.query.attachment.AttachmentSource;
import dev.docket.query.attachment.StoredFile;
import dev.docket.query.freshness.View;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of tickets: requesters have those of their own tickets, and none of notes. */
final class TicketAttachments implements AttachmentSource {

    private final JdbcClient jdbc;

    TicketAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public View view() {
        return View.TICKETS;
    }

    @Override
    public Optional<StoredFile> find(UUID attachment, Caller caller) {
        return jdbc.sql(
                        """
                        SELECT f.name, f.media_type, f.size, f.sha256
                        FROM tickets.attachment f
                        JOIN tickets.ticket t ON t.tenant = f.tenant AND t.id = f.ticket
                        LEFT JOIN tickets.message m
                             ON m.tenant = f.tenant AND m.ticket = f.ticket AND m.id = f.message
                        WHERE f.tenant = :tenant AND f.id = :id
                          AND (:all OR (t.requester = :caller
                                        AND (f.message IS NULL OR m.kind = 'REPLY')))
                        """)
                .param("tenant", caller.tenant().value())
                .param("id", attachment)
                .param("all", caller.worksOnTickets() || caller.has(Role.AUDITOR))
                .param("caller", caller.person().value())
                .query((row, number) ->
                        new StoredFile(
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getLong("size"),
                                new Sha256(row.getString("sha256"))))
                .optional();
    }
}
