package dev.docket.command.ticket;

import dev.docket.command.Specification;
import dev.docket.event.ticket.TicketEvent;

/** Given what happened to a ticket at the hands of an agent. */
final class TicketSpecification {

    private TicketSpecification() {}

    static Specification<TicketEvent> given(TicketEvent... events) {
        return Specification.given(TicketAggregate.class, TicketExamples.AN_AGENT, events);
    }

    static Specification<TicketEvent> givenNothing() {
        return given();
    }
}
