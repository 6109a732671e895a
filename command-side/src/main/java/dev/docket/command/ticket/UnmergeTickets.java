package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketReleased;
import dev.docket.event.ticket.TicketEvent.TicketUnmerged;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The merge into the other ticket was a mistake: this one is again what it was before. */
public record UnmergeTickets(@TargetAggregateIdentifier TicketId ticket, TicketId other)
        implements PairCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Ticket other, Actor actor) {
        Ticket.Merged merged = ticket.merged();
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor),
                () ->
                        merged == null || !merged.into().equals(this.other)
                                ? Decision.refused(
                                        TicketRule.TICKET_IS_NOT_MERGED,
                                        "%s is not merged into %s"
                                                .formatted(ticket.number(), other.number()))
                                : Decision.happened(
                                        new TicketUnmerged(
                                                this.ticket, this.other, merged.before())));
    }

    @Override
    public TicketEvent counterpart() {
        return new TicketReleased(other, ticket);
    }
}
