package dev.docket.command.knowledge;

import dev.docket.event.DomainEvent;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.SubjectChanged;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketEvent.TicketUnmerged;
import org.jspecify.annotations.Nullable;

/**
 * What an article takes from a ticket, folded from the ticket's events.
 *
 * @param finished whether it is resolved or closed
 * @param solution the last one that was given; null while it has none
 */
public record SolvedTicket(
        TenantId tenant, String subject, boolean finished, @Nullable String solution) {

    static @Nullable SolvedTicket after(@Nullable SolvedTicket before, Recorded recorded) {
        if (recorded.event() instanceof TicketOpened e) {
            return new SolvedTicket(recorded.facts().tenant(), e.subject(), false, null);
        }
        return before == null ? null : before.changed(recorded.event());
    }

    /** Most of what happens to a ticket has nothing to do with its solution. */
    private SolvedTicket changed(DomainEvent event) {
        return switch (event) {
            case SubjectChanged e -> new SolvedTicket(tenant, e.to(), finished, solution);
            case TicketResolved e -> new SolvedTicket(tenant, subject, true, e.solution());
            case TicketClosed _ -> new SolvedTicket(tenant, subject, true, solution);
            case TicketReopened _ -> new SolvedTicket(tenant, subject, false, null);
            case TicketMerged _ -> new SolvedTicket(tenant, subject, false, solution);
            case TicketUnmerged e ->
                    new SolvedTicket(
                            tenant,
                            subject,
                            e.to() == Status.RESOLVED || e.to() == Status.CLOSED,
                            solution);
            default -> this;
        };
    }
}
