package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import dev.docket.query.search.WordSearch.Extent;
import dev.docket.query.search.WordSearch.Found;
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
public final class FusedPages<W extends SearchWish, D, L> {

    private static final SourceConfig NOTHING = SourceConfig.of(source -> source.fetch(false));

    /** What is fused, and whether there is more. */
    private static final Extent BEST = new Extent(FusedPlace.WORDS + 1, NOTHING);

    private final SearchIndex index;
    private final Class<D> document;
    private final WordSearch<W, D, L> byWords;
    private final Nearest nearest;

    /**
     * @param index of the words
     */
    public FusedPages(
            SearchIndex index, Class<D> document, WordSearch<W, D, L> byWords, Nearest nearest) {
        this.index = index;
        this.document = document;
        this.byWords = byWords;
        this.nearest = nearest;
    }

    /**
     * @param words what they alone find: it is counted
     * @param next where the next page begins, if there is one
     */
    public record Page<D, L>(List<Hit<D>> shown, Found<D, L> words, Optional<ListPlace> next) {}

    public Page<D, L> page(W wish) {
        if (wish.from().isPresent()) {
            ListPlace from = wish.from().get();
            return from.last().isPresent()
                    ? ofWords(wish, from.fused())
                    : fused(wish, byWords.search(wish, BEST), from.fused());
        }
        List<UUID> near = wish.near(nearest);
        if (near.isEmpty()) {
            return ofWords(wish, FusedPlace.NONE);
        }
        Found<D, L> words = byWords.search(wish, BEST);
        List<UUID> visible = visible(near, words, wish);
        return visible.isEmpty()
                ? ofWords(wish, FusedPlace.NONE)
                : fused(wish, words, new FusedPlace(visible, 0));
    }

    /** Those that fulfil all demands now; ranks tell nothing of the others. */
    private List<UUID> visible(List<UUID> near, Found<D, L> words, W wish) {
        Set<UUID> visible = new HashSet<>(words.ids());
        List<UUID> others = near.stream().filter(id -> !visible.contains(id)).toList();
        visible.addAll(SearchIndex.ids(those(others, wish, NOTHING)));
        return near.stream().filter(visible::contains).toList();
    }

    private Page<D, L> fused(W wish, Found<D, L> words, FusedPlace place) {
        FusedPage page = FusedPage.of(words.ids(), place, wish.limit());
        Map<UUID, Hit<D>> documents = new HashMap<>();
        those(page.shown(), wish, wish.shown())
                .forEach(hit -> documents.put(SearchIndex.id(hit), hit));
        Optional<ListPlace> next = page.next().map(ListPlace::in);
        if (next.isEmpty() && page.wordsGoOn()) {
            next = Optional.of(after(words.hits().get(FusedPlace.WORDS - 1), place));
        }
        return new Page<>(
                page.shown().stream().map(documents::get).filter(Objects::nonNull).toList(),
                words,
                next);
    }

    /** What was near in meaning has been shown before. */
    private Page<D, L> ofWords(W wish, FusedPlace before) {
        Found<D, L> words = byWords.search(wish, new Extent(wish.limit() + 1, wish.shown()));
        List<Hit<D>> hits = words.hits();
        List<Hit<D>> page = hits.subList(0, Math.min(hits.size(), wish.limit()));
        Set<UUID> shown = Set.copyOf(before.nearest());
        return new Page<>(
                page.stream().filter(hit -> !shown.contains(SearchIndex.id(hit))).toList(),
                words,
                hits.size() > page.size()
                        ? Optional.of(after(page.getLast(), before))
                        : Optional.empty());
    }

    private static ListPlace after(Hit<?> last, FusedPlace fused) {
        return new ListPlace(Optional.of(last.sort()), fused);
    }

    /** Those of some documents that fulfil all demands, in no order. */
    private List<Hit<D>> those(List<UUID> ids, W wish, SourceConfig wanted) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query =
                Query.of(all ->
                        all.bool(bool -> bool.filter(Clauses.ids(ids)).filter(wish.demands())));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .preference(wish.copy())
                                .query(query)
                                .source(wanted)
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(ids.size()));
        return index.search(request, document).hits().hits();
    }
}
