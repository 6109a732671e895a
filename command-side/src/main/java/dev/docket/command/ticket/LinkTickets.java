package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketLinked;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says what this ticket is to another one; the other one learns the inverse. */
public record LinkTickets(@TargetAggregateIdentifier TicketId ticket, LinkKind kind, TicketId other)
        implements PairCommand {

    private static final int MOST = 100;

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Ticket other, Actor actor) {
        if (ticket.id().equals(other.id())) {
            return Decision.refused(
                    TicketRule.TICKET_IS_THE_SAME, "ticket", "A ticket cannot be linked to itself");
        }
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor).or(() -> Guard.mustNotBeMerged(ticket)),
                () -> linked(ticket, other));
    }

    private Decision<TicketEvent> linked(Ticket from, Ticket to) {
        if (from.links().contains(new Ticket.Link(kind, other))) {
            return Decision.nothing();
        }
        return Math.max(from.links().size(), to.links().size()) < MOST
                ? Decision.happened(new TicketLinked(ticket, kind, other))
                : Decision.refused(
                        TicketRule.TOO_MANY_LINKS, "A ticket has at most %d links".formatted(MOST));
    }

    @Override
    public TicketEvent counterpart() {
        return new TicketLinked(/* ticket= */ other, kind.inverse(), /* other= */ ticket);
    }
}
