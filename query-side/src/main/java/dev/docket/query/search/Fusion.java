package dev.docket.query.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes one list of several by reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): what
 * stands at a rank of a list gets 1/(60 + rank), counted from 1, and the most of all lists comes
 * first. Scores of different kinds need not be comparable for that.
 */
public final class Fusion {

    /** The constant of the paper: the first ranks do not outweigh everything. */
    private static final double K = 60;

    private Fusion() {}

    /** All that is in the lists, each once; of equals the smaller id comes first. */
    @SafeVarargs
    public static List<UUID> of(List<UUID>... rankings) {
        Map<UUID, Double> scores = new HashMap<>();
        for (List<UUID> ranking : rankings) {
            for (int place = 0; place < ranking.size(); place++) {
                scores.merge(ranking.get(place), 1 / (K + place + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(
                        Map.Entry.<UUID, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
