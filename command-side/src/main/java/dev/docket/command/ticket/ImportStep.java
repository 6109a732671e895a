package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What a row of another system's history says. That system had rules of its own, so a row may need
 * more than one event: a ticket that was finished is reopened before anybody works on it, one that
 * waited is resumed before it goes back to the queue. A row that changes nothing leaves its remark,
 * so that no row is missing from the history.
 *
 * @param remark the row in words
 */
public record ImportStep(
        @TargetAggregateIdentifier TicketId ticket,
        TicketCommand step,
        MessageId message,
        String remark)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        List<TicketEvent> events = new ArrayList<>();
        Ticket current = ticket;
        for (TicketCommand command : commands(ticket)) {
            switch (command.decide(current, actor)) {
                case Decision.Refused<TicketEvent> refused -> {
                    return refused;
                }
                case Decision.Nothing<TicketEvent> _ -> {}
                case Decision.Happened<TicketEvent> happened -> {
                    for (TicketEvent event : happened.events()) {
                        events.add(event);
                        current = current.after(event);
                    }
                }
            }
        }
        return events.isEmpty()
                ? new AddNote(this.ticket, message, remark).decide(ticket, actor)
                : Decision.happened(events);
    }

    private List<TicketCommand> commands(Ticket ticket) {
        boolean finished = ticket.status() == Status.RESOLVED || ticket.status() == Status.CLOSED;
        boolean goesOn =
                !(step instanceof ResolveTicket
                        || step instanceof CloseTicket
                        || step instanceof ReopenTicket
                        || step instanceof AddNote);
        if (finished && goesOn) {
            return List.of(new ReopenTicket(this.ticket, null), step);
        }
        boolean backToQueue = step instanceof AssignTicket || step instanceof UnassignTicket;
        return ticket.status() == Status.PENDING && backToQueue
                ? List.of(new ResumeTicket(this.ticket), step)
                : List.of(step);
    }
}
