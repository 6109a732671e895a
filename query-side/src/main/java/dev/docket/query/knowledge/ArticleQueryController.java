package dev.docket.query.knowledge;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.edge.Public;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.VersionTag;
import dev.docket.query.freshness.View;
import dev.docket.query.knowledge.ArticleQueries.Vote;
import dev.docket.query.knowledge.RevisionQueries.Revision;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Articles, to be read: by those who have signed in, and what is public by anybody. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticleQueryController {

    static final String OPEN = "An organisation shows its public articles to everybody";

    private final ArticleQueries articles;
    private final RevisionQueries revisions;
    private final Freshness freshness;

    ArticleQueryController(
            ArticleQueries articles, RevisionQueries revisions, Freshness freshness) {
        this.articles = articles;
        this.revisions = revisions;
        this.freshness = freshness;
    }

    @GetMapping
    @Public(OPEN)
    @Asks({
        "organisation",
        "category",
        "tags",
        "language",
        "featured",
        "draft",
        "state",
        "stale",
        "cursor",
        "limit"
    })
    Page<ArticleItem> list(
            Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, ArticleFilter.PARAMETERS);
        Reader reader = Reader.of(caller, asked);
        ArticleFilter filter = ArticleFilter.of(asked);
        boolean drafts = asked.flag("draft") || !filter.states().isEmpty();
        if (drafts || filter.stale()) {
            mustWorkThere(reader);
        }
        String cursor = asked.cursor();
        int limit = asked.limit();
        freshness.await(View.KNOWLEDGE, request, response);
        return drafts
                ? articles.drafts(reader, filter, cursor, limit)
                : articles.published(reader, filter, cursor, limit);
    }

    @GetMapping("/stale")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks("limit")
    Items<ArticleItem> stale(
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, "limit");
        int limit = asked.limit();
        freshness.await(View.KNOWLEDGE, request, response);
        return new Items<>(articles.stale(Reader.of(caller, null), limit));
    }

    @GetMapping("/{article}")
    @Public(OPEN)
    @Asks({"organisation", "draft"})
    ArticleView get(
            @PathVariable String article,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters asked = new Parameters(request, Reader.ORGANISATION, "draft");
        Reader reader = Reader.of(caller, asked);
        boolean draft = asked.flag("draft");
        if (draft) {
            mustWorkThere(reader);
        }
        UUID id = ArticleQueries.articleId(article);
        freshness.await(View.KNOWLEDGE, request, response);
        ArticleView view =
                (draft ? articles.draft(reader, id) : articles.published(reader, id))
                        .orElseThrow(ArticleNotFound::problem);
        if (view.version() != null) {
            VersionTag.set(view.version(), response);
        }
        return view;
    }

    @GetMapping("/{article}/revisions")
    @Public(OPEN)
    @Asks({"organisation", "cursor", "limit"})
    Page<Revision> revisions(
            @PathVariable String article,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters asked = new Parameters(request, Reader.ORGANISATION, "cursor", "limit");
        Reader reader = Reader.of(caller, asked);
        String cursor = asked.cursor();
        int limit = asked.limit();
        UUID id = ArticleQueries.articleId(article);
        freshness.await(View.KNOWLEDGE, request, response);
        Page<Revision> page = revisions.list(reader, id, cursor, limit);
        if (page.items().isEmpty() && cursor == null) {
            throw ArticleNotFound.problem();
        }
        return page;
    }

    @GetMapping("/{article}/revisions/{revision}")
    @Public(OPEN)
    @Asks("organisation")
    Revision revision(
            @PathVariable String article,
            @PathVariable String revision,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reader reader = Reader.of(caller, new Parameters(request, Reader.ORGANISATION));
        UUID id = ArticleQueries.articleId(article);
        int number = ArticleQueries.revision("revision", revision);
        freshness.await(View.KNOWLEDGE, request, response);
        return find(reader, id, number);
    }

    /**
     * What became of an article from one revision to another, word by word.
     *
     * @param title, and the rest: read without what was removed it is what {@code to} says
     */
    record Changes(
            int from,
            int to,
            List<Difference.Piece> title,
            List<Difference.Piece> summary,
            List<Difference.Piece> body) {}

    @GetMapping("/{article}/revisions/{from}/difference/{to}")
    @Public(OPEN)
    @Asks("organisation")
    Changes difference(
            @PathVariable String article,
            @PathVariable String from,
            @PathVariable String to,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reader reader = Reader.of(caller, new Parameters(request, Reader.ORGANISATION));
        UUID id = ArticleQueries.articleId(article);
        int first = ArticleQueries.revision("from", from);
        int second = ArticleQueries.revision("to", to);
        freshness.await(View.KNOWLEDGE, request, response);
        Revision before = find(reader, id, first);
        Revision after = find(reader, id, second);
        return new Changes(
                first,
                second,
                Difference.between(before.title(), after.title()),
                Difference.between(before.summary(), after.summary()),
                Difference.between(String.valueOf(before.body()), String.valueOf(after.body())));
    }

    private Revision find(Reader reader, UUID article, int revision) {
        return revisions.find(reader, article, revision).orElseThrow(ArticleNotFound::problem);
    }

    @GetMapping("/{article}/votes")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"cursor", "limit"})
    Page<Vote> votes(
            @PathVariable String article,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Parameters asked = new Parameters(request, "cursor", "limit");
        String cursor = asked.cursor();
        int limit = asked.limit();
        Reader reader = Reader.of(caller, null);
        UUID id = ArticleQueries.articleId(article);
        freshness.await(View.KNOWLEDGE, request, response);
        if (articles.draft(reader, id).isEmpty()) {
            throw ArticleNotFound.problem();
        }
        return articles.votes(reader, id, cursor, limit);
    }

    private static void mustWorkThere(Reader reader) {
        if (!reader.worksThere()) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "role-missing",
                            "Only those who work on articles see drafts and what is stale")
                    .asException();
        }
    }
}
