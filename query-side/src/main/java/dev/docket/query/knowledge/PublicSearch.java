package dev.docket.query.knowledge;

import dev.docket.query.knowledge.ArticleSearch.Wish;
import dev.docket.query.knowledge.FoundArticles.Found;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.Synonyms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches what an organisation shows to everybody. */
public final class PublicSearch {

    private final ArticleSearch search;
    private final Synonyms synonyms;
    private final StillReadable readable;

    PublicSearch(ArticleSearch search, Synonyms synonyms, StillReadable readable) {
        this.search = search;
        this.synonyms = synonyms;
        this.readable = readable;
    }

    /**
     * @param words of at most {@value Question#LONGEST} characters; without any, nothing is found
     * @param languages the best first
     * @throws dev.docket.query.search.SearchAwayException if there is no answer now
     */
    public FoundArticles find(
            UUID organisation,
            String words,
            List<Locale> languages,
            @Nullable String cursor,
            int limit) {
        Cursors cursors = new Cursors(organisation, "results");
        Optional<ArticleCursor> after =
                Optional.ofNullable(cursor).map(text -> ArticleCursor.parse(text, cursors));
        Reader reader = Reader.anybody(organisation);
        FoundArticles found =
                search.answer(
                        new Wish(
                                words,
                                Question.parse(words, languages, synonyms.of(organisation)),
                                ArticleScope.of(reader, null, List.of(), null, false),
                                languages,
                                false,
                                after,
                                cursors,
                                limit,
                                organisation.toString()));
        return found.with(readable.of(reader, found.items(), Found::id));
    }
}
