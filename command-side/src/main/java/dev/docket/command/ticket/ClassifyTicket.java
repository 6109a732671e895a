package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketClassified;
import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says what a ticket is about: its type, category and tags, all at once. */
public record ClassifyTicket(
        @TargetAggregateIdentifier TicketId ticket, Classification classification)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgentOnOpenTicket(ticket, actor)
                        .or(() -> Text.category(classification.category()))
                        .or(() -> Text.tags(classification.tags())),
                () ->
                        classification.equals(ticket.classification())
                                ? Decision.nothing()
                                : Decision.happened(
                                        new TicketClassified(
                                                this.ticket,
                                                ticket.classification(),
                                                classification)));
    }
}
