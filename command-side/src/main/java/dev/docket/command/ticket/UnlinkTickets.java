package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketUnlinked;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a link back, on both tickets. */
public record UnlinkTickets(
        @TargetAggregateIdentifier TicketId ticket, LinkKind kind, TicketId other)
        implements PairCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Ticket other, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor),
                () ->
                        ticket.links().contains(new Ticket.Link(kind, this.other))
                                ? Decision.happened(
                                        new TicketUnlinked(this.ticket, kind, this.other))
                                : Decision.refused(
                                        TicketRule.LINK_NOT_FOUND,
                                        "%s has no such link to %s"
                                                .formatted(ticket.number(), other.number())));
    }

    @Override
    public TicketEvent counterpart() {
        return new TicketUnlinked(/* ticket= */ other, kind.inverse(), /* other= */ ticket);
    }
}
