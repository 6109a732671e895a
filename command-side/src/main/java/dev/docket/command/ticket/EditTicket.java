package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.DescriptionChanged;
import dev.docket.event.ticket.TicketEvent.SubjectChanged;
import dev.docket.event.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A part that is absent stays as it is. Requesters may edit their own ticket until somebody has
 * answered.
 */
public record EditTicket(
        @TargetAggregateIdentifier TicketId ticket,
        @Nullable String subject,
        @Nullable String description)
        implements TicketCommand {

    @Override
    public Decision<TicketEvent> decide(Ticket ticket, Actor actor) {
        return Decision.unless(
                Guard.mustBeSeenBy(ticket, actor)
                        .or(() -> Guard.mustNotBeFinished(ticket))
                        .or(() -> mayStillEdit(ticket, actor))
                        .or(() -> subject == null ? Optional.empty() : Text.subject(subject))
                        .or(() ->
                                description == null
                                        ? Optional.empty()
                                        : Text.description(description)),
                () -> changes(ticket));
    }

    private static Optional<Refusal> mayStillEdit(Ticket ticket, Actor actor) {
        return ticket.answered() ? Guard.mustBeAgent(ticket, actor) : Optional.empty();
    }

    private Decision<TicketEvent> changes(Ticket before) {
        List<TicketEvent> events = new ArrayList<>();
        if (subject != null && !subject.strip().equals(before.subject())) {
            events.add(new SubjectChanged(ticket, before.subject(), subject.strip()));
        }
        if (description != null && !description.equals(before.description())) {
            events.add(new DescriptionChanged(ticket, before.description(), description));
        }
        return Decision.happened(events);
    }
}
