package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Notes something for colleagues; even a closed ticket takes notes. */
public record AddNote(@TargetAggregateIdentifier TicketId ticket, MessageId message, String body)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor)
                        .or(() -> Guard.mustNotBeMerged(ticket))
                        .or(() -> Text.body("body", body)),
                () ->
                        ticket.messages().contains(message)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new NoteAdded(this.ticket, message, actor.person(), body)));
    }
}
