package dev.docket.command.ticket;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.event.ticket.Status;
import java.util.Optional;

/** The questions that most decisions ask first. */
final class Guard {

    private Guard() {}

    /** Agents see every ticket of their organisation, requesters their own. */
    static Optional<Refusal> mustBeSeenBy(Ticket ticket, Actor actor) {
        boolean theirs = actor.worksOnTickets() || actor.person().equals(ticket.requester());
        return theirs && actor.tenant().equals(ticket.tenant())
                ? Optional.empty()
                : refusal(TicketRule.TICKET_NOT_FOUND, "There is no such ticket");
    }

    static Optional<Refusal> mustBeAgent(Ticket ticket, Actor actor) {
        return mustBeSeenBy(ticket, actor)
                .or(() ->
                        actor.worksOnTickets()
                                ? Optional.empty()
                                : refusal(TicketRule.AGENTS_ONLY, "Only agents do this"));
    }

    static Optional<Refusal> mustNotBeMerged(Ticket ticket) {
        Ticket.Merged merged = ticket.merged();
        return merged == null
                ? Optional.empty()
                : refusal(
                        TicketRule.TICKET_IS_MERGED,
                        "%s goes on in ticket %s".formatted(ticket.number(), merged.into()));
    }

    static Optional<Refusal> mustNotBeFinished(Ticket ticket) {
        return mustNotBeMerged(ticket)
                .or(() ->
                        ticket.status() == Status.CLOSED
                                ? refusal(
                                        TicketRule.TICKET_IS_CLOSED,
                                        "%s is closed: reopen it first".formatted(ticket.number()))
                                : Optional.empty());
    }

    static Optional<Refusal> mustBeUnsolved(Ticket ticket) {
        return mustNotBeFinished(ticket)
                .or(() ->
                        ticket.status() == Status.RESOLVED
                                ? refusal(
                                        TicketRule.TICKET_IS_RESOLVED,
                                        "%s is resolved: reopen it first"
                                                .formatted(ticket.number()))
                                : Optional.empty());
    }

    /** An agent, on a ticket that may still change. */
    static Optional<Refusal> mustBeAgentOnOpenTicket(Ticket ticket, Actor actor) {
        return mustBeAgent(ticket, actor).or(() -> mustNotBeFinished(ticket));
    }

    private static Optional<Refusal> refusal(Rule rule, String detail) {
        return Optional.of(new Refusal(rule, null, detail));
    }
}
