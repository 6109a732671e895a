package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.WatcherAdded;
import dev.docket.event.ticket.TicketId;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Somebody wants to be told what happens; agents may add others, requesters only themselves. */
public record WatchTicket(@TargetAggregateIdentifier TicketId ticket, PersonId watcher)
        implements TicketCommand {

    static final int MOST = 100;

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeSeenBy(ticket, actor)
                        .or(() -> onlyOneself(ticket, actor, watcher))
                        .or(() -> Guard.mustNotBeMerged(ticket)),
                () -> watched(ticket));
    }

    static Optional<Refusal> onlyOneself(Ticket ticket, Actor actor, PersonId watcher) {
        return actor.person().equals(watcher) ? Optional.empty() : Guard.mustBeAgent(ticket, actor);
    }

    private Decision<TicketEvent> watched(Ticket before) {
        if (before.watchers().contains(watcher)) {
            return Decision.nothing();
        }
        return before.watchers().size() < MOST
                ? Decision.happened(new WatcherAdded(ticket, watcher))
                : Decision.refused(
                        TicketRule.TOO_MANY_WATCHERS,
                        "A ticket has at most %d watchers".formatted(MOST));
    }
}
