package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.index.TicketDocument;
import dev.docket.query.search.SearchCursor.Last;
import dev.docket.query.search.TicketSearcher.Found;
import dev.docket.query.search.TicketSearcher.Wish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes pages of what words find, and of what is near in meaning where that is known. What only
 * meaning finds is taken from the index of the words, under the same conditions.
 */
final class TicketPages {

    private final TicketSearcher searcher;
    private final Nearest nearest;

    TicketPages(TicketSearcher searcher, Nearest nearest) {
        this.searcher = searcher;
        this.nearest = nearest;
    }

    /**
     * @param words what they alone find: it is counted
     */
    record Page(List<Hit<TicketDocument>> shown, Found words, Optional<SearchCursor> next) {}

    Page page(Wish wish) {
        if (wish.after().isPresent()) {
            SearchCursor after = wish.after().get();
            return after.last().isPresent()
                    ? byWords(wish, after.fused())
                    : fused(wish, searcher.best(wish), after.fused());
        }
        if (!wish.asked().hasMeaning()) {
            return byWords(wish, FusedPlace.NONE);
        }
        List<UUID> near = nearest.to(wish.words().text(), conditions(wish), wish.copy());
        if (near.isEmpty()) {
            return byWords(wish, FusedPlace.NONE);
        }
        Found words = searcher.best(wish);
        List<UUID> visible = visible(near, words, wish);
        return visible.isEmpty()
                ? byWords(wish, FusedPlace.NONE)
                : fused(wish, words, new FusedPlace(visible, 0));
    }

    /** What can be asked of an index that does not know what tickets say. */
    private static List<Query> conditions(Wish wish) {
        return Stream.concat(
                        wish.filter().conditions().stream(), wish.asked().properties().stream())
                .toList();
    }

    /** Those that fulfil all conditions now; ranks tell nothing of the others. */
    private List<UUID> visible(List<UUID> near, Found words, Wish wish) {
        Set<UUID> visible = new HashSet<>(words.ids());
        List<UUID> others = near.stream().filter(id -> !visible.contains(id)).toList();
        visible.addAll(searcher.visible(wish, others));
        return near.stream().filter(visible::contains).toList();
    }

    private Page fused(Wish wish, Found words, FusedPlace place) {
        FusedPage page = FusedPage.of(words.ids(), place, wish.limit());
        Map<UUID, Hit<TicketDocument>> tickets = new HashMap<>();
        searcher.tickets(wish, page.shown()).forEach(hit -> tickets.put(SearchIndex.id(hit), hit));
        Optional<SearchCursor> next =
                page.next().map(later -> cursor(wish, words, Optional.empty(), later));
        if (next.isEmpty() && page.wordsGoOn()) {
            Last last = Last.of(words.hits().get(FusedPlace.WORDS - 1).sort());
            next = Optional.of(cursor(wish, words, Optional.of(last), place));
        }
        return new Page(
                page.shown().stream().map(tickets::get).filter(Objects::nonNull).toList(),
                words,
                next);
    }

    /** What was near in meaning has been shown before. */
    private Page byWords(Wish wish, FusedPlace before) {
        Found words = searcher.search(wish);
        List<Hit<TicketDocument>> hits = words.hits();
        List<Hit<TicketDocument>> page = hits.subList(0, Math.min(hits.size(), wish.limit()));
        Optional<SearchCursor> next =
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

    private static SearchCursor cursor(
            Wish wish, Found words, Optional<Last> last, FusedPlace place) {
        return SearchCursor.of(wish.words().stems(), words.doubted(), last, place);
    }
}
