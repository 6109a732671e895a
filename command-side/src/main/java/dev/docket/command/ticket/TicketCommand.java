package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;

/** A wish that concerns one ticket which exists. */
public sealed interface TicketCommand
        permits AddNote,
                AssignTicket,
                ChangePriority,
                ClassifyTicket,
                CloseTicket,
                EditTicket,
                ImportStep,
                PutOnHold,
                RedactMessage,
                ReopenTicket,
                Reply,
                ResolveTicket,
                ResumeTicket,
                StartWork,
                UnassignTicket,
                UnwatchTicket,
                WatchTicket {

    TicketId ticket();

    /** Pure: the same state and actor lead to the same decision. */
    Decision<TicketEvent> decide(Ticket ticket, Actor actor);
}
