package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.WatcherRemoved;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Somebody no longer wants to be told. */
public record UnwatchTicket(@TargetAggregateIdentifier TicketId ticket, PersonId watcher)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeSeenBy(ticket, actor)
                        .or(() -> WatchTicket.onlyOneself(ticket, actor, watcher)),
                () ->
                        ticket.watchers().contains(watcher)
                                ? Decision.happened(new WatcherRemoved(this.ticket, watcher))
                                : Decision.nothing());
    }
}
