package dev.docket.query.ticket;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.VersionTag;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets, to be read. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketQueryController {

    private final TicketQueries tickets;
    private final Freshness freshness;

    TicketQueryController(TicketQueries tickets, Freshness freshness) {
        this.tickets = tickets;
        this.freshness = freshness;
    }

    @GetMapping
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({
        "status",
        "priority",
        "assignee",
        "team",
        "requester",
        "category",
        "tags",
        "subject",
        "createdFrom",
        "createdTo",
        "updatedFrom",
        "updatedTo",
        "sort",
        "cursor",
        "limit"
    })
    Page<TicketItem> list(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, TicketFilter.PARAMETERS);
        TicketFilter filter = new TicketFilter(caller, asked);
        TicketSort sort = TicketSort.parse(asked.text("sort"));
        String cursor = asked.cursor();
        int limit = asked.limit();
        freshness.await(View.TICKETS, request, response);
        return tickets.list(filter, sort, cursor, limit);
    }

    @GetMapping("/count")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({
        "status",
        "priority",
        "assignee",
        "team",
        "requester",
        "category",
        "tags",
        "subject",
        "createdFrom",
        "createdTo",
        "updatedFrom",
        "updatedTo"
    })
    TicketQueries.Count count(
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, TicketFilter.CONDITIONS);
        TicketFilter filter = new TicketFilter(caller, asked);
        freshness.await(View.TICKETS, request, response);
        return tickets.count(filter);
    }

    @GetMapping("/{ticket}")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    TicketView get(
            @PathVariable String ticket,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters.none(request);
        freshness.await(View.TICKETS, request, response);
        TicketView view = find(ticket, caller);
        VersionTag.set(view.version(), response);
        return view;
    }

    @GetMapping("/{ticket}/conversation")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"cursor", "limit"})
    Page<TicketQueries.Message> conversation(
            @PathVariable String ticket,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters asked = new Parameters(request, "cursor", "limit");
        String cursor = asked.cursor();
        int limit = asked.limit();
        freshness.await(View.TICKETS, request, response);
        UUID id = find(ticket, caller).id();
        return tickets.conversation(caller.tenant().value(), id, seesAll(caller), cursor, limit);
    }

    private TicketView find(String idOrNumber, Caller caller) {
        Optional<TicketNumber> number = TicketNumber.parse(idOrNumber);
        UUID tenant = caller.tenant().value();
        Optional<TicketView> found =
                number.isPresent()
                        ? tickets.find(tenant, null, number.get().value())
                        : tickets.find(tenant, id(idOrNumber), 0);
        return found.filter(view ->
                        seesAll(caller) || view.requester().id().equals(caller.person().value()))
                .orElseThrow(TicketQueryController::notFound);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static boolean seesAll(Caller caller) {
        return caller.worksOnTickets() || caller.has(AUDITOR);
    }

    private static RuntimeException notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "ticket-not-found", "There is no such ticket")
                .asException();
    }
}
