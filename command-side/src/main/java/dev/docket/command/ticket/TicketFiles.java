package dev.docket.command.ticket;

import dev.docket.command.attachment.AttachmentsAtWork;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Place;
import dev.docket.event.ticket.TicketId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Handles what concerns a ticket and files: all streams are appended to in one unit of work. */
public final class TicketFiles {

    private final Repository<TicketAggregate> tickets;
    private final AttachmentsAtWork files;

    public TicketFiles(Repository<TicketAggregate> tickets, AttachmentsAtWork files) {
        this.tickets = tickets;
        this.files = files;
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(OpenWithFiles command, MetaData beside) throws Exception {
        Wish wish = Wish.in(beside);
        Outcome<TicketAnswer> outcome =
                tickets.newInstance(TicketAggregate::new)
                        .invoke(ticket ->
                                ticket.open(command.decide(wish.actor(), files::find), wish));
        place(command.attachments(), command.ticket());
        return outcome;
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(BringFiles command, MetaData beside) {
        return carryOut(
                command, Wish.in(beside), () -> place(command.attachments(), command.ticket()));
    }

    @CommandHandler
    Outcome<TicketAnswer> handle(RemoveAttachment command, MetaData beside) {
        return carryOut(
                command,
                Wish.in(beside),
                () -> files.erase(command.attachment(), command.reason()));
    }

    /** Files are looked at once it is clear that the command is no repeat. */
    private Outcome<TicketAnswer> carryOut(FileCommand command, Wish wish, Runnable afterwards) {
        Aggregate<TicketAggregate> ticket = tickets.load(command.ticket().toString());
        Ticket before = ticket.invoke(TicketAggregate::state);
        Outcome<TicketAnswer> outcome =
                ticket.invoke(self ->
                        self.carryOut(
                                wish, () -> command.decide(before, wish.actor(), files::find)));
        if (outcome.happenedAfter(before.version())) {
            afterwards.run();
        }
        return outcome;
    }

    private void place(List<AttachmentId> attachments, TicketId ticket) {
        Place place = new Place(Place.Kind.TICKET, ticket.value());
        attachments.forEach(attachment -> files.place(attachment, place));
    }
}
