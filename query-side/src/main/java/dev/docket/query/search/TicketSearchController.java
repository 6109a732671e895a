package dev.docket.query.search;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.Freshness.Wait;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.TicketSearcher.Wish;
import dev.docket.query.ticket.TicketFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final WithoutIndex withoutIndex;

    TicketSearchController(
            TicketSearch search,
            Freshness freshness,
            IndexVisibility visibility,
            WithoutIndex withoutIndex) {
        this.search = search;
        this.freshness = freshness;
        this.visibility = visibility;
        this.withoutIndex = withoutIndex;
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
                        caller.tenant().value(),
                        AskedWords.parse(words),
                        SearchFilter.of(caller, asked),
                        asked.flag("facets"),
                        Optional.ofNullable(asked.cursor())
                                .map(cursor -> SearchCursor.parse(cursor, cursors)),
                        cursors,
                        asked.limit(USUAL_LIMIT, LARGEST_LIMIT),
                        caller.person().toString());
        TicketFilter filter = new TicketFilter(caller, asked);
        Optional<Wait> wait = freshness.await(View.TICKET_SEARCH, request, response);
        Supplier<SearchAnswer> answer =
                () -> {
                    wait.ifPresent(over -> visibility.ensure(over.asked(), over.reached()));
                    return search.answer(wish);
                };
        return wish.after().isPresent()
                ? answer.get()
                : withoutIndex.otherwise(
                        answer,
                        SubjectSearch.LOOKED_THROUGH,
                        jdbc ->
                                SubjectSearch.find(
                                        jdbc, words, wish.words(), filter, wish.limit()));
    }
}
