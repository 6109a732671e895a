package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;

/**
 * A wish that concerns two tickets. Both decide, and what happens to them is recorded together or
 * not at all.
 */
public sealed interface PairCommand
        permits LinkTickets, MergeTickets, UnlinkTickets, UnmergeTickets {

    TicketId ticket();

    TicketId other();

    /** What happens to {@link #ticket}, or why nothing may happen at all. */
    Decision<TicketEvent> decide(Ticket ticket, Ticket other, Actor actor);

    /** What happens to {@link #other} when something happens to {@link #ticket}. */
    TicketEvent counterpart();
}
