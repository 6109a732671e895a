package dev.docket.projection.ticket;

import dev.docket.event.Recorded;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.projection.running.Projection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tickets, their conversations and files, and what people have saved of the queue: {@code
 * tickets.ticket}, {@code tickets.message}, {@code tickets.attachment} and {@code
 * tickets.saved_views}.
 */
public final class TicketsProjection implements Projection {

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public void apply(List<Recorded> batch, JdbcClient jdbc) {
        Map<UUID, TicketRow> rows = TicketRows.read(knownTickets(batch), jdbc);
        MessageRows messages = new MessageRows();
        AttachmentRows attachments = new AttachmentRows();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof TicketEvent event) {
                rows.computeIfAbsent(event.ticket().value(), TicketRow::new).apply(event, recorded);
                messages.add(event, recorded);
                attachments.add(event, recorded);
            }
        }
        TicketRows.write(rows.values(), jdbc);
        messages.write(jdbc);
        attachments.write(jdbc);
        SavedViewsRows.apply(batch, jdbc);
    }

    /** The tickets of the batch that were opened before it. */
    private static Set<UUID> knownTickets(List<Recorded> batch) {
        Set<UUID> known = new LinkedHashSet<>();
        Set<UUID> opened = new LinkedHashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof TicketEvent event) {
                UUID ticket = event.ticket().value();
                if (recorded.version() == 0) {
                    opened.add(ticket);
                } else if (!opened.contains(ticket)) {
                    known.add(ticket);
                }
            }
        }
        return known;
    }
}
