package dev.docket.query.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of the fused part of a list. After that part the list goes on with what words alone find.
 *
 * @param next where the next page of the fused part begins, if it has another
 * @param wordsGoOn whether, after the fused part, words find more
 */
record FusedPage(List<UUID> shown, Optional<FusedPlace> next, boolean wordsGoOn) {

    /**
     * @param words what words find, the best first, and one more than is fused if there is one
     */
    static FusedPage of(List<UUID> words, FusedPlace place, int limit) {
        int fused = Math.min(words.size(), FusedPlace.WORDS);
        List<UUID> all = Fusion.of(words.subList(0, fused), place.nearest());
        int from = Math.min(place.shown(), all.size());
        int to = Math.min(from + limit, all.size());
        return new FusedPage(
                all.subList(from, to),
                to < all.size()
                        ? Optional.of(new FusedPlace(place.nearest(), to))
                        : Optional.empty(),
                words.size() > fused);
    }
}
