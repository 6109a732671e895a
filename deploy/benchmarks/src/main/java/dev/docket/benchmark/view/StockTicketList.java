package dev.docket.benchmark.view;

import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ticket list with one statement an event; conversations are not kept. */
class StockTicketList {

    private final JdbcTemplate jdbc;

    StockTicketList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                """
                CREATE TABLE IF NOT EXISTS ticket_list (
                    id uuid PRIMARY KEY, number bigint NOT NULL, subject text NOT NULL,
                    description text NOT NULL, status text NOT NULL, priority text NOT NULL,
                    category text, requester uuid NOT NULL, agent uuid,
                    opened_at timestamptz NOT NULL, updated_at timestamptz NOT NULL)
                """);
        jdbc.execute("CREATE INDEX IF NOT EXISTS list_updated ON ticket_list (updated_at, id)");
        jdbc.execute("CREATE INDEX IF NOT EXISTS list_status ON ticket_list (status, updated_at)");
        jdbc.execute("CREATE INDEX IF NOT EXISTS list_agent ON ticket_list (agent, updated_at)");
        jdbc.execute("CREATE INDEX IF NOT EXISTS list_requester ON ticket_list (requester)");
    }

    @EventHandler
    void on(TicketOpened event, @Timestamp Instant at) {
        jdbc.update(
                """
                INSERT INTO ticket_list (id, number, subject, description, status, priority,
                                         category, requester, opened_at, updated_at)
                VALUES (?, ?, ?, ?, 'NEW', ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                """,
                event.ticket().value(),
                event.number().value(),
                event.subject(),
                event.description(),
                event.priority().name(),
                event.classification().category(),
                event.requester().value(),
                at.atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC));
    }

    @EventHandler
    void on(TicketAssigned event, @Timestamp Instant at) {
        jdbc.update(
                "UPDATE ticket_list SET agent = ?, status = ?, updated_at = ? WHERE id = ?",
                event.to().agent() == null ? null : event.to().agent().value(),
                event.status().name(),
                at.atOffset(ZoneOffset.UTC),
                event.ticket().value());
    }

    @EventHandler
    void on(PriorityChanged event, @Timestamp Instant at) {
        jdbc.update(
                "UPDATE ticket_list SET priority = ?, updated_at = ? WHERE id = ?",
                event.to().name(),
                at.atOffset(ZoneOffset.UTC),
                event.ticket().value());
    }

    @EventHandler
    void on(ReplyAdded event, @Timestamp Instant at) {
        changed(event.ticket(), event.status(), at);
    }

    @EventHandler
    void on(TicketResolved event, @Timestamp Instant at) {
        changed(event.ticket(), Status.RESOLVED, at);
    }

    @EventHandler
    void on(NoteAdded event, @Timestamp Instant at) {
        jdbc.update(
                "UPDATE ticket_list SET updated_at = ? WHERE id = ?",
                at.atOffset(ZoneOffset.UTC),
                event.ticket().value());
    }

    private void changed(TicketId ticket, Status status, Instant at) {
        jdbc.update(
                "UPDATE ticket_list SET status = ?, updated_at = ? WHERE id = ?",
                status.name(),
                at.atOffset(ZoneOffset.UTC),
                ticket.value());
    }
}
