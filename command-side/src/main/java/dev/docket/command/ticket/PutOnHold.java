package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketPutOnHold;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The ticket waits for somebody outside; a new reason or date may be given while it waits. */
public record PutOnHold(
        @TargetAggregateIdentifier TicketId ticket, String reason, @Nullable Instant until)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeAgent(ticket, actor)
                        .or(() -> Guard.mustBeUnsolved(ticket))
                        .or(() -> Text.requiredReason(reason)),
                () ->
                        waitsForTheSame(ticket)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new TicketPutOnHold(
                                                this.ticket, ticket.status(), reason, until)));
    }

    private boolean waitsForTheSame(Ticket ticket) {
        Ticket.Held held = ticket.held();
        return held != null && held.reason().equals(reason) && until == null;
    }
}
