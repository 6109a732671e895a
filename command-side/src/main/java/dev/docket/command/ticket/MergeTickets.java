package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketAbsorbed;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The ticket goes on in the other one, which is open; it takes nothing more itself. */
public record MergeTickets(@TargetAggregateIdentifier TicketId ticket, TicketId other)
        implements PairCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Ticket other, Actor actor) {
        if (ticket.id().equals(other.id())) {
            return Decision.refused(
                    TicketRule.TICKET_IS_THE_SAME, "into", "A ticket cannot be merged into itself");
        }
        return Decision.unless(Guard.mustBeAgent(ticket, actor), () -> merged(ticket, other));
    }

    private Decision<TicketEvent> merged(Ticket from, Ticket into) {
        Ticket.Merged merged = from.merged();
        if (merged != null && merged.into().equals(other)) {
            return Decision.nothing();
        }
        return Decision.unless(
                Guard.mustNotBeMerged(from),
                () ->
                        Guard.mustNotBeFinished(into).isPresent()
                                ? Decision.refused(
                                        TicketRule.TARGET_IS_FINISHED,
                                        "into",
                                        "%s is closed or merged".formatted(into.number()))
                                : Decision.happened(
                                        new TicketMerged(ticket, from.status(), other)));
    }

    @Override
    public TicketEvent counterpart() {
        return new TicketAbsorbed(other, ticket);
    }
}
