package dev.docket.query.audit;

import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.LogReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the whole log anew and compares every row of the ticket view with it, as the view was at
 * one position: rows and token are read in one snapshot of the database.
 */
final class ReplayCheck implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayCheck.class);
    private static final int PAGE = 5_000;
    private static final int MOST_REPORTED = 100;
    private static final String NO_ROW = "no row";

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param expected what the log says: a row's columns, or how many messages with which digest
     * @param found what the view shows
     */
    record Difference(UUID ticket, String expected, String found) {}

    /**
     * @param differences how many rows differ; the first hundred are listed
     */
    record Progress(
            UUID id,
            State state,
            double percent,
            long position,
            long ticketsCompared,
            long messagesCompared,
            long differences,
            List<Difference> items,
            String failure) {}

    private final UUID id = UUID.randomUUID();
    private final TenantId tenant;
    private final LogReader log;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final List<Difference> reported = new ArrayList<>();
    private volatile State state = State.RUNNING;
    private volatile double percent;
    private volatile long position;
    private long tickets;
    private long messages;
    private volatile long differences;
    private volatile String failure = "";

    ReplayCheck(TenantId tenant, LogReader log, JdbcClient jdbc, TransactionTemplate snapshot) {
        this.tenant = tenant;
        this.log = log;
        this.jdbc = jdbc;
        this.snapshot = snapshot;
    }

    UUID id() {
        return id;
    }

    TenantId tenant() {
        return tenant;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    synchronized Progress progress() {
        return new Progress(
                id,
                state,
                percent,
                position,
                tickets,
                messages,
                differences,
                List.copyOf(reported),
                failure);
    }

    @Override
    public void run() {
        try {
            snapshot.executeWithoutResult(transaction -> compare());
            percent = 100;
            state = State.DONE;
        } catch (RuntimeException e) {
            LOG.error("The replay check failed", e);
            failure = e.toString();
            state = State.FAILED;
        }
    }

    private void compare() {
        // Nobody waits for it on an open connection, and rows by the million take their time.
        jdbc.sql("SET LOCAL statement_timeout = 0").update();
        position = jdbc.sql("SELECT position FROM tickets.token").query(Long.class).single();
        Map<UUID, String> expected = new HashMap<>();
        Map<UUID, String> written = new HashMap<>();
        fold().forEach((ticket, past) -> {
            expected.put(ticket, RowText.of(past));
            if (!past.messages.isEmpty()) {
                written.put(ticket, RowText.of(past.messages.values()));
            }
        });
        compareRows(expected);
        compareMessages(written);
        expected.forEach((ticket, missing) -> differs(ticket, missing, NO_ROW));
        written.forEach((ticket, missing) -> differs(ticket, missing, RowText.NO_MESSAGES));
    }

    private Map<UUID, PastTicket> fold() {
        Map<UUID, PastTicket> folded = new HashMap<>();
        long read = 0;
        while (read < position) {
            List<Recorded> page = log.read(read, PAGE);
            if (page.isEmpty()) {
                throw new IllegalStateException(
                        "The log ends at %d and the view is at %d".formatted(read, position));
            }
            for (Recorded recorded : page) {
                if (recorded.position() > position) {
                    break;
                }
                read = recorded.position();
                if (recorded.facts().tenant().equals(tenant)
                        && recorded.event() instanceof TicketEvent event) {
                    fold(folded, event, recorded);
                }
            }
            percent = 90.0 * read / position;
        }
        return folded;
    }

    private static void fold(Map<UUID, PastTicket> folded, TicketEvent event, Recorded recorded) {
        if (event instanceof TicketOpened opened) {
            folded.put(recorded.stream(), new PastTicket(opened, recorded));
        } else {
            Objects.requireNonNull(folded.get(recorded.stream()), "opened before")
                    .apply(event, recorded);
        }
    }

    private void compareRows(Map<UUID, String> expected) {
        jdbc.sql(RowText.OF_TICKETS)
                .param(tenant.value())
                .query(row -> {
                    tickets++;
                    UUID ticket = row.getObject("id", UUID.class);
                    String wanted = expected.remove(ticket);
                    compare(ticket, wanted == null ? NO_ROW : wanted, RowText.ofTicket(row));
                });
    }

    private void compareMessages(Map<UUID, String> written) {
        jdbc.sql(RowText.OF_MESSAGES)
                .param(tenant.value())
                .query(row -> {
                    messages += row.getInt("messages");
                    UUID ticket = row.getObject("ticket", UUID.class);
                    String wanted = written.remove(ticket);
                    compare(
                            ticket,
                            wanted == null ? RowText.NO_MESSAGES : wanted,
                            RowText.ofMessages(row));
                });
    }

    private void compare(UUID ticket, String expected, String found) {
        if (!found.equals(expected)) {
            differs(ticket, expected, found);
        }
    }

    private synchronized void differs(UUID ticket, String expected, String found) {
        differences++;
        if (reported.size() < MOST_REPORTED) {
            reported.add(new Difference(ticket, expected, found));
        }
    }
}
