package dev.docket.command.ticket;

import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;

/** Where commands to tickets are handed in; it gives new tickets their numbers. */
public final class TicketDesk {

    private final CommandDispatch dispatch;
    private final TicketNumbers numbers;

    public TicketDesk(CommandDispatch dispatch, TicketNumbers numbers) {
        this.dispatch = dispatch;
        this.numbers = numbers;
    }

    public Receipt<TicketAnswer> send(TicketId ticket, Object command, Wish wish) {
        return dispatch.send(ticket.value(), command, wish);
    }

    /** Opens a ticket, or answers as the first time if the same request has opened it before. */
    public Receipt<TicketAnswer> open(
            TicketId ticket, Function<TicketNumber, OpenTicket> command, Wish wish) {
        try {
            return numbered(
                    wish, number -> dispatch.sendOnce(ticket.value(), command.apply(number), wish));
        } catch (ConcurrencyException openAlready) {
            return send(ticket, new RepeatOpening(ticket), wish);
        }
    }

    /** Whether there is a ticket with this id, in any state. */
    public boolean isOpen(TicketId ticket) {
        return dispatch.exists(ticket.value());
    }

    /** A second concern of a ticket gets a ticket of its own. */
    public Receipt<TicketAnswer> split(Function<TicketNumber, SplitTicket> command, Wish wish) {
        return numbered(
                wish,
                number -> {
                    SplitTicket split = command.apply(number);
                    return send(split.ticket(), split, wish);
                });
    }

    private Receipt<TicketAnswer> numbered(
            Wish wish, Function<TicketNumber, Receipt<TicketAnswer>> send) {
        TicketNumber number = numbers.next(wish.facts().tenant());
        try {
            return send.apply(number);
        } catch (RefusedException | ConcurrencyException notOpened) {
            numbers.giveBack(wish.facts().tenant(), number);
            throw notOpened;
        }
    }
}
