package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.index.ArticleDocument;
import dev.docket.query.knowledge.ArticleCursor.Last;
import dev.docket.query.knowledge.ArticlePages.Page;
import dev.docket.query.knowledge.ArticleSearch.Wish;
import dev.docket.query.knowledge.ArticleSearcher.Found;
import dev.docket.query.search.FusedPage;
import dev.docket.query.search.FusedPlace;
import dev.docket.query.search.Nearest;
import dev.docket.query.search.SearchIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes pages of what words find, and of what is near in meaning where that is known. What only
 * meaning finds is taken from the index of the words, under the same conditions.
 */
final class ArticlePages {

    private final ArticleSearcher searcher;
    private final Nearest nearest;

    ArticlePages(ArticleSearcher searcher, Nearest nearest) {
        this.searcher = searcher;
        this.nearest = nearest;
    }

    /**
     * @param words what they alone find: it is counted
     */
    record Page(List<Hit<ArticleDocument>> shown, Found words, Optional<ArticleCursor> next) {}

    Page page(Wish wish) {
        if (wish.after().isPresent()) {
            ArticleCursor after = wish.after().get();
            return after.last().isPresent()
                    ? byWords(wish, after.fused())
                    : fused(wish, searcher.best(wish), after.fused());
        }
        List<UUID> near = nearest.to(wish.text(), wish.scope().conditions(), wish.copy());
        if (near.isEmpty()) {
            return byWords(wish, FusedPlace.NONE);
        }
        Found words = searcher.best(wish);
        List<UUID> visible = visible(near, words, wish);
        return visible.isEmpty()
                ? byWords(wish, FusedPlace.NONE)
                : fused(wish, words, new FusedPlace(visible, 0));
    }

    /** Those that may be seen now; ranks tell nothing of the others. */
    private List<UUID> visible(List<UUID> near, Found words, Wish wish) {
        Set<UUID> visible = new HashSet<>(words.ids());
        List<UUID> others = near.stream().filter(id -> !visible.contains(id)).toList();
        visible.addAll(searcher.visible(wish, others));
        return near.stream().filter(visible::contains).toList();
    }

    private Page fused(Wish wish, Found words, FusedPlace place) {
        FusedPage page = FusedPage.of(words.ids(), place, wish.limit());
        Map<UUID, Hit<ArticleDocument>> articles = new HashMap<>();
        searcher.articles(wish, page.shown())
                .forEach(hit -> articles.put(SearchIndex.id(hit), hit));
        Optional<ArticleCursor> next =
                page.next().map(later -> cursor(wish, words, Optional.empty(), later));
        if (next.isEmpty() && page.wordsGoOn()) {
            Last last = Last.of(words.hits().get(FusedPlace.WORDS - 1).sort());
            next = Optional.of(cursor(wish, words, Optional.of(last), place));
        }
        return new Page(
                page.shown().stream().map(articles::get).filter(Objects::nonNull).toList(),
                words,
                next);
    }

    /** What was near in meaning has been shown before. */
    private Page byWords(Wish wish, FusedPlace before) {
        Found words = searcher.search(wish);
        List<Hit<ArticleDocument>> hits = words.hits();
        List<Hit<ArticleDocument>> page = hits.subList(0, Math.min(hits.size(), wish.limit()));
        Optional<ArticleCursor> next =
                hits.size() > page.size()
                        ? Optional.of(
                                cursor(
                                        wish,
                                        words,
                                        Optional.of(Last.of(page.getLast().sort())),
                                        before))
                        : Optional.empty();
        Set<UUID> shown = Set.copyOf(before.nearest());
        return new Page(
                page.stream().filter(hit -> !shown.contains(SearchIndex.id(hit))).toList(),
                words,
                next);
    }

    private static ArticleCursor cursor(
            Wish wish, Found words, Optional<Last> last, FusedPlace place) {
        List<String> asked = List.copyOf(ArticleSearcher.words(wish));
        return ArticleCursor.of(asked, words.leniency(), last, place);
    }
}
