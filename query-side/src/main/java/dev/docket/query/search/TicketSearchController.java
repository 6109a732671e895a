package dev.docket.query.search;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.edge.ProblemAdvice;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.TicketSearcher.Wish;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets, to be found. */
@RestController
class TicketSearchController {

    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final Set<String> PARAMETERS =
            Stream.concat(
                            Stream.of("q", "facets", "cursor", "limit"),
                            SearchFilter.PARAMETERS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final TicketSearch search;
    private final Freshness freshness;
    private final IndexVisibility visibility;

    TicketSearchController(TicketSearch search, Freshness freshness, IndexVisibility visibility) {
        this.search = search;
        this.freshness = freshness;
        this.visibility = visibility;
    }

    @GetMapping("/api/v1/search/tickets")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({
        "q",
        "status",
        "priority",
        "category",
        "tags",
        "assignee",
        "team",
        "requester",
        "facets",
        "cursor",
        "limit"
    })
    SearchAnswer search(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, PARAMETERS);
        String words = asked.words("q");
        if (words == null) {
            throw Parameters.refused("q", "'q' says what to search for");
        }
        Cursors cursors = new Cursors(caller.tenant().value(), "search");
        Wish wish =
                new Wish(
                        AskedWords.parse(words),
                        SearchFilter.of(caller, asked),
                        asked.flag("facets"),
                        Optional.ofNullable(asked.cursor())
                                .map(cursor -> SearchCursor.parse(cursor, cursors)),
                        cursors,
                        asked.limit(USUAL_LIMIT, LARGEST_LIMIT),
                        caller.person().toString());
        freshness
                .await(View.TICKET_SEARCH, request, response)
                .ifPresent(wait -> visibility.ensure(wait.asked(), wait.reached()));
        return search.answer(wish);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(SearchAwayException away) {
        return ProblemAdvice.answer(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "search-unavailable",
                        "The search index does not answer at the moment; lists and tickets do"));
    }
}
