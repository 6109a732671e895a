package dev.docket.query.knowledge;

import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.edge.ProblemAdvice;
import dev.docket.edge.Public;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.knowledge.ArticleSearch.Wish;
import dev.docket.query.knowledge.Suggestions.Suggestion;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.IndexVisibility;
import dev.docket.query.search.SearchAwayException;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.Synonyms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Articles, to be found. */
@RestController
class ArticleSearchController {

    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final int USUAL_SUGGESTIONS = 8;
    private static final int MOST_SUGGESTIONS = 20;

    private final ArticleSearch search;
    private final Suggestions suggestions;
    private final Synonyms synonyms;
    private final Freshness freshness;
    private final IndexVisibility visibility;

    ArticleSearchController(
            @Qualifier("articleSearchIndex") SearchIndex index,
            Synonyms synonyms,
            Freshness freshness) {
        this.search = new ArticleSearch(index);
        this.suggestions = new Suggestions(index);
        this.synonyms = synonyms;
        this.freshness = freshness;
        this.visibility = new IndexVisibility(index::refresh);
    }

    @GetMapping("/api/v1/search/articles")
    @Public(ArticleQueryController.OPEN)
    @Asks({"q", "organisation", "category", "tags", "language", "draft", "facets", "limit"})
    FoundArticles search(
            Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked =
                new Parameters(
                        request,
                        "q",
                        Reader.ORGANISATION,
                        "category",
                        "tags",
                        "language",
                        "draft",
                        "facets",
                        "limit");
        Reader reader = Reader.of(caller, asked);
        String text = words(asked);
        ArticleFilter filter = ArticleFilter.of(asked);
        boolean drafts = asked.flag("draft");
        if (drafts && !reader.worksThere()) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "role-missing",
                            "Only those who work on articles search drafts")
                    .asException();
        }
        List<Locale> languages = Languages.of(request, asked);
        ArticleScope scope =
                ArticleScope.of(
                        reader, filter.category(), filter.tags(), filter.language(), drafts);
        boolean facets = asked.flag("facets");
        int limit = asked.limit(USUAL_LIMIT, LARGEST_LIMIT);
        await(request, response);
        Question question = Question.parse(text, languages, synonyms.of(reader.base()));
        return search.answer(new Wish(text, question, scope, languages, facets, limit));
    }

    @GetMapping("/api/v1/suggest")
    @Public(ArticleQueryController.OPEN)
    @Asks({"q", "organisation", "language", "limit"})
    Items<Suggestion> suggest(
            Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, "q", Reader.ORGANISATION, "language", "limit");
        Reader reader = Reader.of(caller, asked);
        String text = words(asked);
        List<Locale> languages = Languages.of(request, asked);
        int limit = asked.limit(USUAL_SUGGESTIONS, MOST_SUGGESTIONS);
        await(request, response);
        ArticleScope scope = ArticleScope.of(reader, null, List.of(), null, false);
        return new Items<>(suggestions.suggest(text, scope, languages, limit));
    }

    private static String words(Parameters asked) {
        String words = asked.words("q");
        if (words == null) {
            throw Parameters.refused("q", "'q' says what to search for");
        }
        return words;
    }

    private void await(HttpServletRequest request, HttpServletResponse response) {
        freshness
                .await(View.ARTICLE_SEARCH, request, response)
                .ifPresent(wait -> visibility.ensure(wait.asked(), wait.reached()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(SearchAwayException away) {
        return ProblemAdvice.answer(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "search-unavailable",
                        "The search index does not answer at the moment; lists and articles do"));
    }
}
