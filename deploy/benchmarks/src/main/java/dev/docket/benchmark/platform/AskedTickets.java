package dev.docket.benchmark.platform;

import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.history.FilledLog;
import dev.docket.benchmark.history.Histories;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import java.util.ArrayList;
import java.util.List;

/** Fills a log with tickets and remembers some, evenly spread, to be asked for. */
public final class AskedTickets {

    private static final int ASKED_FOR = 10_000;
    private static final int FOLLOW_UPS = 2;

    private final List<TicketOpened> asked = new ArrayList<>();
    private final int tickets;
    private final long seed;
    private int seen;

    public AskedTickets(int tickets, long seed) {
        this.tickets = tickets;
        this.seed = seed;
    }

    public void fill(BulkLog log) {
        FilledLog.write(new Histories(seed, FOLLOW_UPS), tickets, log, this::remember);
    }

    private void remember(List<TicketEvent> history) {
        if (seen++ % Math.max(1, tickets / ASKED_FOR) == 0
                && history.getFirst() instanceof TicketOpened opened) {
            asked.add(opened);
        }
    }

    public List<TicketOpened> tickets() {
        return asked;
    }

    public List<String> subjects() {
        return asked.stream().map(TicketOpened::subject).toList();
    }
}
