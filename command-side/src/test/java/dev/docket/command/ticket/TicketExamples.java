package dev.docket.command.ticket;

import static dev.docket.command.Specification.facts;

import dev.docket.command.decision.Actor;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketPutOnHold;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketEvent.WorkStarted;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import java.util.TreeSet;

/** People, tickets and things that happened, by names that read well in examples. */
final class TicketExamples {

    static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    static final PersonId RITA = new PersonId(Ids.named("rita"));
    static final PersonId ANN = new PersonId(Ids.named("ann"));
    static final PersonId BOB = new PersonId(Ids.named("bob"));
    static final Actor THE_REQUESTER = new Actor(ACME, RITA, false);
    static final Actor AN_AGENT = new Actor(ACME, ANN, true);
    static final Actor ANOTHER_AGENT = new Actor(ACME, BOB, true);
    static final Actor ANOTHER_REQUESTER = new Actor(ACME, new PersonId(Ids.named("rudi")), false);
    static final Actor AN_AGENT_ELSEWHERE =
            new Actor(new TenantId(Ids.named("tenant", "other")), ANN, true);

    static final TicketId TICKET = new TicketId(Ids.named("ticket"));
    static final TicketId OTHER = new TicketId(Ids.named("other ticket"));
    static final MessageId MESSAGE = new MessageId(Ids.named("message"));
    static final MessageId SECOND_MESSAGE = new MessageId(Ids.named("second message"));
    static final TicketNumber NUMBER = new TicketNumber(1042);
    static final Classification UNCLASSIFIED =
            new Classification(TicketType.REQUEST, null, new TreeSet<>());
    static final Assignment TO_ANN = new Assignment(null, ANN);
    static final Assignment TO_BOB = new Assignment(null, BOB);

    private TicketExamples() {}

    static TicketOpened opened() {
        return opened(TICKET);
    }

    static TicketOpened opened(TicketId ticket) {
        return new TicketOpened(
                ticket,
                NUMBER,
                RITA,
                Channel.API,
                "No sound",
                "Since this morning.",
                Priority.MEDIUM,
                UNCLASSIFIED,
                Assignment.NOBODY,
                null);
    }

    static TicketAssigned assignedToAnn() {
        return new TicketAssigned(TICKET, Assignment.NOBODY, TO_ANN, Status.OPEN);
    }

    static WorkStarted workStartedByAnn() {
        return new WorkStarted(TICKET, Status.NEW, Assignment.NOBODY, ANN);
    }

    static ReplyAdded answeredByAnn() {
        return new ReplyAdded(
                TICKET, MESSAGE, ANN, true, true, Channel.API, "Is it plugged in?", Status.OPEN);
    }

    static TicketPutOnHold onHold(Status from) {
        return new TicketPutOnHold(TICKET, from, "Waiting for a cable", null);
    }

    static TicketResolved resolved(Status from) {
        return new TicketResolved(TICKET, from, "Plugged it in");
    }

    static TicketClosed closed(Status from) {
        return new TicketClosed(TICKET, from, null);
    }

    static TicketMerged mergedIntoOther(Status from) {
        return new TicketMerged(TICKET, from, OTHER);
    }

    /** The state after events of Rita's organisation. */
    static Ticket after(TicketEvent... events) {
        Ticket ticket = null;
        long version = 0;
        for (TicketEvent event : events) {
            ticket = Ticket.evolve(ticket, event, facts(AN_AGENT, null, null), version++);
        }
        if (ticket == null) {
            throw new IllegalArgumentException("No events");
        }
        return ticket;
    }
}
