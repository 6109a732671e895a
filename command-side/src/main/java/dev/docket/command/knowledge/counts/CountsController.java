package dev.docket.command.knowledge.counts;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.decision.TextRule;
import dev.docket.command.knowledge.ArticleDesk;
import dev.docket.command.knowledge.ArticleRule;
import dev.docket.command.knowledge.counts.Searches.Asked;
import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Public;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.SearchesEvent.Among;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where clients tell what was read and what was searched; it is counted, not answered. */
@RestController
@RequestMapping("/api/v1")
class CountsController {

    private static final String REQUIRED = "is required";
    private static final int LONGEST_WORDS = 200;

    private final ArticleDesk articles;
    private final Views views;
    private final Searches searches;
    private final Counter uncounted;

    CountsController(ArticleDesk articles, Views views, Searches searches, MeterRegistry metrics) {
        this.articles = articles;
        this.views = views;
        this.searches = searches;
        this.uncounted =
                Counter.builder("docket.knowledge.uncounted")
                        .description("Views and searches beyond what a node keeps in memory")
                        .register(metrics);
    }

    /**
     * @param among what was searched
     * @param words as they were typed
     * @param found how many things were found
     * @param opened whether one of them was opened; the same search may be told again when it was
     */
    record Search(
            @NotNull(message = REQUIRED) Among among,
            @NotNull(message = REQUIRED) String words,
            @NotNull(message = REQUIRED) Integer found,
            @Nullable Boolean opened) {}

    @PostMapping("/articles/{id}/views")
    @Public("Public articles are read without signing in")
    ResponseEntity<Void> viewed(
            @PathVariable UUID id, Optional<Caller> caller, HttpServletRequest http) {
        ArticleId article = new ArticleId(id);
        TenantId publisher =
                articles.publisher(article, caller.map(CountsController::actor).orElse(null))
                        .orElseThrow(CountsController::notFound);
        UUID reader =
                caller.map(someone -> someone.person().value())
                        .orElseGet(() -> Ids.named("reader", http.getRemoteAddr()));
        return counted(views.count(publisher, reader, article));
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.tenant(), caller.person(), caller.worksOnTickets());
    }

    private static RefusedException notFound() {
        return new RefusedException(
                new Refusal(ArticleRule.ARTICLE_NOT_FOUND, null, "There is no such article"));
    }

    @PostMapping("/searches")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Void> searched(@Valid @RequestBody Search body, Caller caller) {
        String words = body.words().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        boolean opened = Boolean.TRUE.equals(body.opened());
        mustFit(words, body.found(), opened);
        return counted(
                searches.count(
                        caller.tenant(),
                        caller.person(),
                        new Asked(body.among(), words),
                        body.found() > 0,
                        opened));
    }

    private static void mustFit(String words, int found, boolean opened) {
        Optional<Refusal> broken =
                TextRule.present("words", words)
                        .or(() -> TextRule.line("words", words, LONGEST_WORDS))
                        .or(() -> numberMustFit(found, opened));
        if (broken.isPresent()) {
            throw new RefusedException(broken.get());
        }
    }

    private static Optional<Refusal> numberMustFit(int found, boolean opened) {
        return found > 0 || (found == 0 && !opened)
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                SearchRule.NUMBER_DOES_NOT_FIT,
                                "found",
                                opened
                                        ? "What was opened had been found"
                                        : "'found' is at least 0, not %d".formatted(found)));
    }

    private ResponseEntity<Void> counted(boolean done) {
        if (!done) {
            uncounted.increment();
        }
        return ResponseEntity.accepted().build();
    }
}
