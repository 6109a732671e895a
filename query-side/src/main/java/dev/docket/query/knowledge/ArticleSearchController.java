package dev.docket.query.knowledge;

import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.edge.Public;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.Freshness.Wait;
import dev.docket.query.freshness.View;
import dev.docket.query.knowledge.ArticleSearch.Wish;
import dev.docket.query.knowledge.FoundArticles.Found;
import dev.docket.query.knowledge.Suggestions.Suggestion;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.IndexVisibility;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.Synonyms;
import dev.docket.query.search.WithoutIndex;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
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
    private final StillReadable readable;
    private final WithoutIndex withoutIndex;
    private final IndexVisibility visibility;

    ArticleSearchController(
            ArticleSearch search,
            @Qualifier("articleSearchIndex") SearchIndex index,
            Synonyms synonyms,
            StillReadable readable,
            Freshness freshness,
            WithoutIndex withoutIndex) {
        this.search = search;
        this.suggestions = new Suggestions(index);
        this.synonyms = synonyms;
        this.freshness = freshness;
        this.readable = readable;
        this.withoutIndex = withoutIndex;
        this.visibility = new IndexVisibility(index::refresh);
    }

    @GetMapping("/api/v1/search/articles")
    @Public(ArticleQueryController.OPEN)
    @Asks({
        "q",
        "organisation",
        "category",
        "tags",
        "language",
        "draft",
        "facets",
        "cursor",
        "limit"
    })
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
                        "cursor",
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
        Cursors cursors = new Cursors(reader.base(), "article search");
        Optional<ArticleCursor> after =
                Optional.ofNullable(asked.cursor())
                        .map(cursor -> ArticleCursor.parse(cursor, cursors));
        int limit = asked.limit(USUAL_LIMIT, LARGEST_LIMIT);
        Optional<Wait> wait = freshness.await(View.ARTICLE_SEARCH, request, response);
        Question question = Question.parse(text, languages, synonyms.of(reader.base()));
        String copy = caller.map(who -> who.person().toString()).orElse(reader.base().toString());
        Wish wish = new Wish(text, question, scope, languages, facets, after, cursors, limit, copy);
        return withoutIndex.otherwise(
                () -> {
                    ensure(wait);
                    FoundArticles found = search.answer(wish);
                    return drafts
                            ? found
                            : found.with(readable.of(reader, found.items(), Found::id));
                },
                TitleSearch.LOOKED_THROUGH,
                jdbc -> TitleSearch.find(jdbc, text, reader, filter, limit));
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
        ensure(freshness.await(View.ARTICLE_SEARCH, request, response));
        ArticleScope scope = ArticleScope.of(reader, null, List.of(), null, false);
        List<Suggestion> suggested = suggestions.suggest(text, scope, languages, limit);
        return new Items<>(readable.of(reader, suggested, Suggestion::id));
    }

    private static String words(Parameters asked) {
        String words = asked.words("q");
        if (words == null) {
            throw Parameters.refused("q", "'q' says what to search for");
        }
        return words;
    }

    private void ensure(Optional<Wait> wait) {
        wait.ifPresent(over -> visibility.ensure(over.asked(), over.reached()));
    }
}
