package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Ends a ticket, solved or not; its requester may do it too. */
public record CloseTicket(@TargetAggregateIdentifier TicketId ticket, @Nullable String reason)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeSeenBy(ticket, actor)
                        .or(() -> Guard.mustNotBeMerged(ticket))
                        .or(() -> Text.reason(reason)),
                () ->
                        ticket.status() == Status.CLOSED
                                ? Decision.nothing()
                                : Decision.happened(
                                        new TicketClosed(this.ticket, ticket.status(), reason)));
    }
}
