package dev.docket.command.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.FactsMetaData;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Ticket}: it hands commands to decisions and events to the state. */
public class TicketAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable TicketId id;

    private @Nullable Ticket ticket;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected TicketAggregate() {}

    /** For Jackson, which reads a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TicketAggregate(Ticket ticket) {
        this.id = ticket.id();
        this.ticket = ticket;
    }

    @JsonValue
    Ticket state() {
        Ticket opened = ticket;
        if (opened == null) {
            throw new IllegalStateException("The ticket was never opened");
        }
        return opened;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<TicketAnswer> handle(OpenTicket command, MetaData beside) {
        Wish wish = Wish.in(beside);
        return open(command.decide(wish.actor()), wish);
    }

    /** What the first command to a ticket comes to. */
    Outcome<TicketAnswer> open(Decision<TicketEvent> decision, Wish wish) {
        return Handling.begin(
                wish,
                decision,
                (event, facts) -> Ticket.evolve(null, event, facts, 0),
                Ticket::evolve);
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(AddNote command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(AssignTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(ChangePriority command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(ClassifyTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(CloseTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(EditTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(ImportStep command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(PutOnHold command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(RedactMessage command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(ReopenTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(Reply command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(ResolveTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(ResumeTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(StartWork command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(UnassignTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(UnwatchTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(WatchTicket command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    /** The answer to an opening under a key that has opened this ticket before. */
    @CommandHandler
    Outcome<TicketAnswer> handle(RepeatOpening command, MetaData beside) {
        Ticket opened = state();
        return opened.repeated(Wish.in(beside))
                .orElseThrow(() -> refused(opened, RecentCommands.keyReused()));
    }

    @EventSourcingHandler
    void on(TicketEvent event, DomainEventMessage<?> message) {
        id = event.ticket();
        ticket =
                Ticket.evolve(
                        ticket, event, FactsMetaData.in(message), message.getSequenceNumber());
    }

    private Outcome<TicketAnswer> carryOut(TicketCommand command, Wish wish) {
        return carryOut(wish, () -> command.decide(state(), wish.actor()));
    }

    /** Repeats, versions and tenants first; then what the decision says. */
    Outcome<TicketAnswer> carryOut(Wish wish, Supplier<Decision<TicketEvent>> decision) {
        Ticket before = state();
        Optional<Refusal> unseen = Guard.mustBeSeenBy(before, wish.actor());
        if (unseen.isPresent()) {
            throw refused(before, unseen.get());
        }
        return Handling.carryOut(before, wish, decision, Ticket::evolve);
    }

    private static RefusedOnVersionException refused(Ticket before, Refusal refusal) {
        return new RefusedOnVersionException(refusal, before.version());
    }
}
