package dev.docket.benchmark.quality;

import dev.docket.event.knowledge.ArticleId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well something was found among the first ten, from 0 to 1.
 *
 * @param ndcg what was found, less the further down it stands, as a part of the best that there
 *     could be
 * @param mrr one divided by the place of the first that answers
 * @param recall how much of what answers was found
 */
public record Quality(double ndcg, double mrr, double recall) {

    static Quality of(List<ArticleId> found, Set<ArticleId> relevant) {
        List<Integer> places =
                IntStream.range(0, Math.min(Search.SHOWN, found.size()))
                        .filter(place -> relevant.contains(found.get(place)))
                        .boxed()
                        .toList();
        int best = Math.min(Search.SHOWN, relevant.size());
        double ideal = IntStream.range(0, best).mapToDouble(Quality::gain).sum();
        return new Quality(
                places.stream().mapToDouble(Quality::gain).sum() / ideal,
                places.isEmpty() ? 0 : 1.0 / (places.getFirst() + 1),
                (double) places.size() / relevant.size());
    }

    private static double gain(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }

    static Quality mean(Collection<Quality> some) {
        return new Quality(
                mean(some, Quality::ndcg), mean(some, Quality::mrr), mean(some, Quality::recall));
    }

    private static double mean(Collection<Quality> some, ToDoubleFunction<Quality> measure) {
        return some.stream().mapToDouble(measure).average().orElse(0);
    }
}
