package dev.docket.query.audit;

import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.log.LogReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param expected what the log says
     * @param found what the view shows, or that it shows nothing
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
        position = jdbc.sql("SELECT position FROM tickets.token").query(Long.class).single();
        Map<UUID, String> expected = new HashMap<>();
        Map<UUID, Integer> written = new HashMap<>();
        fold().forEach((ticket, past) -> {
            expected.put(ticket, text(past));
            written.put(ticket, past.messages.size());
        });
        compareRows(expected);
        compareMessages(written);
        expected.forEach((ticket, missing) -> differs(ticket, missing, "no row"));
        written.forEach((ticket, count) -> differs(ticket, count + " messages", "none"));
    }

    private Map<UUID, PastTicket> fold() {
        Map<UUID, PastTicket> folded = new HashMap<>();
        long read = 0;
        while (read < position) {
            for (Recorded recorded : log.read(read, PAGE)) {
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
        jdbc.sql(
                        """
                        SELECT id, number, subject, md5(description) AS description, status,
                               priority, type, category, tags, requester, team, agent, solution,
                               on_hold_reason, merged_into, opened_at, updated_at, version
                        FROM tickets.ticket WHERE tenant = ?
                        """)
                .param(tenant.value())
                .query(row -> {
                    UUID ticket = row.getObject("id", UUID.class);
                    String found = text(row);
                    String wanted = expected.remove(ticket);
                    tickets++;
                    if (!found.equals(wanted)) {
                        differs(ticket, String.valueOf(wanted), found);
                    }
                });
    }

    private void compareMessages(Map<UUID, Integer> written) {
        jdbc.sql(
                        """
                        SELECT ticket, count(*) AS messages FROM tickets.message
                        WHERE tenant = ? GROUP BY ticket
                        """)
                .param(tenant.value())
                .query(row -> {
                    UUID ticket = row.getObject("ticket", UUID.class);
                    int found = row.getInt("messages");
                    Integer wanted = written.remove(ticket);
                    messages += found;
                    if (wanted == null || wanted != found) {
                        differs(ticket, wanted + " messages", found + " messages");
                    }
                });
        written.values().removeIf(count -> count == 0);
    }

    private synchronized void differs(UUID ticket, String expected, String found) {
        differences++;
        if (reported.size() < MOST_REPORTED) {
            reported.add(new Difference(ticket, expected, found));
        }
    }

    private static String text(PastTicket past) {
        return String.join(
                " | ",
                past.opening.number().toString(),
                past.subject,
                Md5.of(past.description),
                past.status.name(),
                past.priority.name(),
                past.classification.type().name(),
                String.valueOf(past.classification.category()),
                past.classification.tags().toString(),
                past.opening.requester().toString(),
                String.valueOf(past.assignment.team()),
                String.valueOf(past.assignment.agent()),
                String.valueOf(past.solution),
                String.valueOf(past.onHoldReason),
                String.valueOf(past.mergedInto),
                past.openedAt.truncatedTo(ChronoUnit.MICROS).toString(),
                past.updatedAt.truncatedTo(ChronoUnit.MICROS).toString(),
                Long.toString(past.version));
    }

    private static String text(ResultSet row) throws SQLException {
        Object[] tags = (Object[]) row.getArray("tags").getArray();
        return String.join(
                " | ",
                new TicketNumber(row.getLong("number")).toString(),
                row.getString("subject"),
                row.getString("description"),
                row.getString("status"),
                Priority.ofRank(row.getInt("priority")).name(),
                row.getString("type"),
                String.valueOf(row.getString("category")),
                new TreeSet<>(Arrays.stream(tags).map(String::valueOf).toList()).toString(),
                String.valueOf(row.getObject("requester")),
                String.valueOf(row.getObject("team")),
                String.valueOf(row.getObject("agent")),
                String.valueOf(row.getString("solution")),
                String.valueOf(row.getString("on_hold_reason")),
                String.valueOf(row.getObject("merged_into")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant().toString(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant().toString(),
                Long.toString(row.getLong("version")));
    }
}
