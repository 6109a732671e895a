package dev.docket.benchmark.history;

import dev.docket.event.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Fills a log with tickets. */
public final class FilledLog {

    private static final Duration PERIOD = Duration.ofDays(90);

    private FilledLog() {}

    /**
     * Writes tickets, opened evenly over the last ninety days.
     *
     * @return how many events the log was given
     */
    public static long write(Histories histories, int tickets, BulkLog log) {
        return write(histories, tickets, log, _ -> {});
    }

    /**
     * @param seen is shown the history of each ticket
     */
    public static long write(
            Histories histories, int tickets, BulkLog log, Consumer<List<TicketEvent>> seen) {
        Instant begin = Instant.now().minus(PERIOD);
        Duration step = PERIOD.dividedBy(tickets);
        for (int ticket = 0; ticket < tickets; ticket++) {
            List<TicketEvent> history = histories.next();
            log.add(
                    "Ticket",
                    history.getFirst().ticket().value(),
                    history,
                    begin.plus(step.multipliedBy(ticket)));
            seen.accept(history);
        }
        return log.flush();
    }
}
