package dev.docket.benchmark.quality.similar;

import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.platform.Client;
import dev.docket.benchmark.platform.Platform;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Classified tickets on a platform, and what it takes for like them.
 *
 * @param withCategories whether the class of a ticket is its category
 */
record ClassifiedTickets(List<ClassifiedTicket> tickets, boolean withCategories) {

    /** As an import cuts it. */
    private static final int LONGEST_SUBJECT = 255;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    void fill(BulkLog log) {
        Instant now = Instant.now();
        for (int number = 0; number < tickets.size(); number++) {
            log.add("Ticket", id(number), List.of(opened(number)), now);
        }
    }

    private TicketOpened opened(int number) {
        ClassifiedTicket ticket = tickets.get(number);
        String text = ticket.text();
        return new TicketOpened(
                new TicketId(id(number)),
                new TicketNumber(number + 1L),
                Platform.AGENT,
                Channel.API,
                text.substring(0, Math.min(text.length(), LONGEST_SUBJECT)),
                text,
                Priority.MEDIUM,
                new Classification(
                        TicketType.REQUEST,
                        withCategories ? ticket.group() : null,
                        new TreeSet<>()),
                new Assignment(null, null),
                null);
    }

    /** Ids tell of which row of the file a ticket is. */
    private static UUID id(int number) {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | number);
    }

    /** The numbers of the tickets most like one of them. */
    static List<Integer> likeTicket(Client client, int ticket, int limit) {
        String path = "/api/v1/tickets/%s/similar?limit=%d".formatted(id(ticket), limit);
        return JSON.readTree(client.getInTheEnd(path, "en"))
                .path("tickets")
                .valueStream()
                .map(other -> UUID.fromString(other.path("id").asString()))
                .map(id -> (int) id.getLeastSignificantBits())
                .toList();
    }

    /** What is like a text, for whoever writes it. */
    static void likeText(Client client, String text) {
        client.postInTheEnd("/api/v1/similar", Map.of("subject", "", "description", text));
    }
}
