package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A resolved or closed ticket goes on; its requester may do it too. */
public record ReopenTicket(@TargetAggregateIdentifier TicketId ticket, @Nullable String reason)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeSeenBy(ticket, actor)
                        .or(() -> Guard.mustNotBeMerged(ticket))
                        .or(() -> Text.reason(reason)),
                () ->
                        ticket.status() == Status.RESOLVED || ticket.status() == Status.CLOSED
                                ? Decision.happened(
                                        new TicketReopened(this.ticket, ticket.status(), reason))
                                : Decision.nothing());
    }
}
