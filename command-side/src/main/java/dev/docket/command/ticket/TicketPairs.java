package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Handles what concerns two tickets: both streams are appended to in one unit of work. */
public final class TicketPairs {

    private final Repository<TicketAggregate> tickets;

    public TicketPairs(Repository<TicketAggregate> tickets) {
        this.tickets = tickets;
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(MergeTickets command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(UnmergeTickets command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(LinkTickets command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(UnlinkTickets command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(SplitTicket command, MetaData beside) throws Exception {
        Wish wish = Wish.in(beside);
        Aggregate<TicketAggregate> source = tickets.load(command.ticket().toString());
        Ticket before = source.invoke(TicketAggregate::state);
        Outcome<TicketAnswer> outcome =
                source.invoke(ticket ->
                        ticket.carryOut(wish, () -> command.decide(before, wish.actor())));
        boolean splitNow = outcome.decidedOn() == null && outcome.version() > before.version();
        if (splitNow) {
            tickets.newInstance(TicketAggregate::new)
                    .execute(opened -> AggregateLifecycle.apply(command.opening(before)));
        }
        return outcome;
    }

    private Outcome<TicketAnswer> carryOut(PairCommand command, Wish wish) {
        Aggregate<TicketAggregate> ticket = tickets.load(command.ticket().toString());
        Ticket before = ticket.invoke(TicketAggregate::state);
        Aggregate<TicketAggregate> other =
                command.other().equals(command.ticket())
                        ? ticket
                        : loadTarget(command.other(), before);
        Ticket target = other.invoke(TicketAggregate::state);
        Outcome<TicketAnswer> outcome = ticket.invoke(self -> decided(self, command, target, wish));
        boolean happenedNow = outcome.decidedOn() == null && outcome.version() > before.version();
        if (happenedNow) {
            other.execute(counterpart -> AggregateLifecycle.apply(command.counterpart()));
        }
        return outcome;
    }

    /** A refusal also holds only while the other ticket is as this node knows it. */
    private static Outcome<TicketAnswer> decided(
            TicketAggregate ticket, PairCommand command, Ticket target, Wish wish) {
        try {
            Ticket before = ticket.state();
            return ticket.carryOut(wish, () -> decide(command, before, target, wish.actor()));
        } catch (RefusedOnVersionException refused) {
            throw refused.decidedAlsoOn(target.id().value(), target.version());
        }
    }

    private static Decision<TicketEvent> decide(
            PairCommand command, Ticket ticket, Ticket other, Actor actor) {
        return Guard.mustBeSeenBy(other, actor).isPresent()
                ? Decision.refused(targetNotFound(command.other()))
                : command.decide(ticket, other, actor);
    }

    private Aggregate<TicketAggregate> loadTarget(TicketId other, Ticket before) {
        try {
            return tickets.load(other.toString());
        } catch (AggregateNotFoundException missing) {
            throw new RefusedOnVersionException(targetNotFound(other), before.version());
        }
    }

    private static Refusal targetNotFound(TicketId other) {
        return new Refusal(TicketRule.TARGET_NOT_FOUND, "ticket", "There is no ticket " + other);
    }
}
