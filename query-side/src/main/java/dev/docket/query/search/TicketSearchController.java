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
import dev.docket.query.search.Completions.Completion;
import dev.docket.query.search.TicketQuestions.Question;
import dev.docket.query.search.TicketSearcher.Wish;
import dev.docket.query.search.language.Refusal;
import dev.docket.query.search.language.RefusedQueryException;
import dev.docket.query.search.language.Typing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
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
    private static final int USUAL_COMPLETIONS = 10;
    private static final int MOST_COMPLETIONS = 50;
    private static final Set<String> PARAMETERS =
            Stream.concat(
                            Stream.of("q", "facets", "cursor", "limit"),
                            SearchFilter.PARAMETERS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final TicketQuestions questions;
    private final TicketSearch search;
    private final Completions completions;
    private final Freshness freshness;
    private final IndexVisibility visibility;

    TicketSearchController(
            TicketQuestions questions,
            TicketSearch search,
            Completions completions,
            Freshness freshness,
            IndexVisibility visibility) {
        this.questions = questions;
        this.search = search;
        this.completions = completions;
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
        Question question = questions.read(words);
        SearchFilter filter = SearchFilter.of(caller, asked);
        boolean withFacets = asked.flag("facets");
        Cursors cursors = new Cursors(caller.tenant().value(), "search");
        Optional<SearchCursor> after =
                Optional.ofNullable(asked.cursor())
                        .map(cursor -> SearchCursor.parse(cursor, cursors));
        int limit = asked.limit(USUAL_LIMIT, LARGEST_LIMIT);
        await(request, response);
        Wish wish =
                new Wish(
                        caller.tenant().value(),
                        questions.asked(question, filter, caller),
                        filter,
                        withFacets,
                        after,
                        cursors,
                        limit,
                        caller.person().toString());
        return search.answer(wish);
    }

    private void await(HttpServletRequest request, HttpServletResponse response) {
        freshness
                .await(View.TICKET_SEARCH, request, response)
                .ifPresent(wait -> visibility.ensure(wait.asked(), wait.reached()));
    }

    @GetMapping("/api/v1/search/tickets/completions")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"q", "at", "limit"})
    Completed completions(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, "q", "at", "limit");
        String text = Objects.requireNonNullElse(asked.typed("q"), "");
        int at = asked.number("at", text.length(), text.length());
        int limit = asked.limit(USUAL_COMPLETIONS, MOST_COMPLETIONS);
        SearchFilter filter = SearchFilter.of(caller, asked);
        await(request, response);
        return new Completed(completions.of(Typing.at(text, at), filter, limit));
    }

    /** What may stand at the cursor. */
    record Completed(List<Completion> items) {}

    /** What is wrong with a query, and where: in UTF-16 code units from 0, the end exclusive. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedQueryException failure) {
        Refusal refusal = failure.refusal();
        ResponseEntity<ProblemDetail> answer =
                ProblemAdvice.answer(
                        new Problem(HttpStatus.BAD_REQUEST, refusal.rule(), refusal.detail(), "q"));
        ProblemDetail problem = Objects.requireNonNull(answer.getBody());
        problem.setProperty("from", refusal.at().from());
        problem.setProperty("to", refusal.at().to());
        if (refusal.didYouMean() != null) {
            problem.setProperty("didYouMean", refusal.didYouMean());
        }
        return answer;
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
