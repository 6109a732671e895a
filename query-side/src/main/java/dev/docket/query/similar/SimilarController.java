package dev.docket.query.similar;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.knowledge.Languages;
import dev.docket.query.knowledge.SuggestedArticles;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.IndexVisibility;
import dev.docket.query.search.TicketScope;
import dev.docket.query.similar.WrittenTickets.Written;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is like a ticket, while it is written and afterwards. */
@RestController
class SimilarController {

    private static final Set<View> VIEWS = Set.of(View.TICKET_SEARCH, View.ARTICLE_SEARCH);

    private final SimilarTickets tickets;
    private final SuggestedArticles articles;
    private final WrittenTickets written;
    private final Freshness freshness;
    private final IndexVisibility visibility;

    SimilarController(
            SimilarTickets tickets,
            SuggestedArticles articles,
            WrittenTickets written,
            Freshness freshness,
            IndexVisibility visibility) {
        this.tickets = tickets;
        this.articles = articles;
        this.written = written;
        this.freshness = freshness;
        this.visibility = visibility;
    }

    /** A read: it is a POST because of the length of what it asks. */
    @PostMapping("/api/v1/similar")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    SimilarAnswer toDraft(
            @Valid @RequestBody Draft draft,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters.none(request);
        if (draft.text().isBlank()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "invalid-field",
                            "'subject' or 'description' says what it is about",
                            "subject")
                    .asException();
        }
        await(request, response);
        return answer(draft.text(), Set.of(), caller, draft.most(), request);
    }

    @GetMapping("/api/v1/tickets/{ticket}/similar")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @Asks("limit")
    SimilarAnswer toTicket(
            @PathVariable String ticket,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        int limit = new Parameters(request, "limit").limit(Draft.USUAL, Draft.LARGEST);
        await(request, response);
        Written one =
                written.find(caller, ticket)
                        .orElseThrow(() ->
                                Problem.of(
                                                HttpStatus.NOT_FOUND,
                                                "ticket-not-found",
                                                "There is no such ticket")
                                        .asException());
        return answer(one.text(), one.same(), caller, limit, request);
    }

    private SimilarAnswer answer(
            String text, Set<UUID> same, Caller caller, int limit, HttpServletRequest request) {
        return new SimilarAnswer(
                tickets.like(text, TicketScope.of(caller), same, limit),
                articles.about(text, caller, Languages.accepted(request), limit));
    }

    private void await(HttpServletRequest request, HttpServletResponse response) {
        freshness
                .await(VIEWS, request, response)
                .ifPresent(wait -> {
                    visibility.ensure(wait.asked(), wait.reached());
                    articles.visibility().ensure(wait.asked(), wait.reached());
                });
    }
}
