package dev.docket.benchmark.command;

import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A ticket as Axon's guides write an aggregate, with Docket's events. */
class StockTicket {

    record Open(@TargetAggregateIdentifier UUID ticket, long number) {}

    record Assign(@TargetAggregateIdentifier UUID ticket, Assignment to) {}

    @AggregateIdentifier private @Nullable UUID id;
    private Assignment assignment = Assignment.NOBODY;

    protected StockTicket() {}

    @CommandHandler
    StockTicket(Open command) {
        AggregateLifecycle.apply(
                new TicketOpened(
                        new TicketId(command.ticket()),
                        new TicketNumber(command.number()),
                        Example.ACTOR,
                        Channel.API,
                        Example.SUBJECT,
                        Example.DESCRIPTION,
                        Priority.HIGH,
                        Example.CLASSIFICATION,
                        Assignment.NOBODY,
                        null));
    }

    @CommandHandler
    void handle(Assign command) {
        if (!command.to().equals(assignment)) {
            AggregateLifecycle.apply(
                    new TicketAssigned(
                            new TicketId(command.ticket()), assignment, command.to(), Status.OPEN));
        }
    }

    @EventSourcingHandler
    void on(TicketOpened event) {
        id = event.ticket().value();
        assignment = event.assignment();
    }

    @EventSourcingHandler
    void on(TicketAssigned event) {
        assignment = event.to();
    }

    @Nullable UUID id() {
        return id;
    }
}
