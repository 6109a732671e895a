package dev.docket.command.ticket;

import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import java.util.List;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;

/** Where commands to tickets are handed in; it gives new tickets their numbers. */
public final class TicketDesk {

    private final CommandDispatch dispatch;
    private final TicketNumbers numbers;
    private final FileLimits limits;

    public TicketDesk(CommandDispatch dispatch, TicketNumbers numbers, FileLimits limits) {
        this.dispatch = dispatch;
        this.numbers = numbers;
        this.limits = limits;
    }

    public Receipt<TicketAnswer> send(TicketId ticket, Object command, Wish wish) {
        return dispatch.send(ticket.value(), command, wish);
    }

    /** Sends what writes a message that may bring files along. */
    public Receipt<TicketAnswer> send(
            TicketCommand writing, MessageId message, List<AttachmentId> files, Wish wish) {
        return files.isEmpty()
                ? send(writing.ticket(), writing, wish)
                : send(
                        writing.ticket(),
                        new BringFiles(writing.ticket(), writing, message, distinct(files), limits),
                        wish);
    }

    /** Adds files that come by themselves. */
    public Receipt<TicketAnswer> add(List<AttachmentId> files, TicketId ticket, Wish wish) {
        return send(ticket, new BringFiles(ticket, null, null, distinct(files), limits), wish);
    }

    /** Opens a ticket, or answers as the first time if the same request has opened it before. */
    public Receipt<TicketAnswer> open(
            TicketId ticket, Function<TicketNumber, OpenTicket> command, Wish wish) {
        return opened(ticket, command, wish);
    }

    /** Opens a ticket together with files; both come to be or neither. */
    public Receipt<TicketAnswer> open(
            TicketId ticket,
            Function<TicketNumber, OpenTicket> command,
            List<AttachmentId> files,
            Wish wish) {
        return files.isEmpty()
                ? opened(ticket, command, wish)
                : opened(
                        ticket,
                        number ->
                                new OpenWithFiles(
                                        ticket, command.apply(number), distinct(files), limits),
                        wish);
    }

    private Receipt<TicketAnswer> opened(
            TicketId ticket, Function<TicketNumber, ?> command, Wish wish) {
        try {
            return numbered(
                    wish, number -> dispatch.sendOnce(ticket.value(), command.apply(number), wish));
        } catch (ConcurrencyException | RefusedException notNow) {
            // A repeat may also be refused: its files have come along with the first one.
            if (isOpen(ticket)) {
                return send(ticket, new RepeatOpening(ticket), wish);
            }
            if (notNow instanceof RefusedException) {
                throw notNow;
            }
            // Not over the ticket: another node has taken one of its files, and a rule says so now.
            return numbered(
                    wish, number -> dispatch.send(ticket.value(), command.apply(number), wish));
        }
    }

    private static List<AttachmentId> distinct(List<AttachmentId> files) {
        return files.stream().distinct().toList();
    }

    /** Whether there is a ticket with this id, in any state. */
    public boolean isOpen(TicketId ticket) {
        return dispatch.exists(ticket.value());
    }

    /** Whether the organisation ever had a ticket. */
    public boolean hasNumbered(TenantId tenant) {
        return dispatch.exists(TicketNumbers.stream(tenant));
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
