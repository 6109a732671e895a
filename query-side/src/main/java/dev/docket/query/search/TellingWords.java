package dev.docket.query.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a text that tell most of what it is about: said more than once, and by few others.
 *
 * @param words the most telling first
 */
public record TellingWords(List<Telling> words) {

    /**
     * @param stem as the index holds it
     * @param emphasis from 1 for a word that the text says once, growing with the logarithm of how
     *     often it does
     * @param rarity the logarithm of the share of documents that have it, as BM25 counts
     */
    public record Telling(String stem, double emphasis, double rarity) {

        double weight() {
            return emphasis * rarity;
        }
    }

    /**
     * Words that no document has tell nothing.
     *
     * @param times how often the text says a stem
     * @param rarities of the stems that documents have
     */
    static TellingWords of(Map<String, Long> times, Map<String, Double> rarities, int most) {
        return new TellingWords(
                times.entrySet().stream()
                        .filter(said -> rarities.containsKey(said.getKey()))
                        .map(said ->
                                new Telling(
                                        said.getKey(),
                                        1 + Math.log(said.getValue()),
                                        rarities.getOrDefault(said.getKey(), 0.0)))
                        .sorted(
                                Comparator.comparingDouble(Telling::weight)
                                        .reversed()
                                        .thenComparing(Telling::stem))
                        .limit(most)
                        .toList());
    }

    static Map<String, Long> times(List<String> stems) {
        return stems.stream()
                .collect(
                        Collectors.groupingBy(
                                stem -> stem, LinkedHashMap::new, Collectors.counting()));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public List<String> stems() {
        return words.stream().map(Telling::stem).toList();
    }

    /** How much of what these words tell some of them tell: from 0 to 1. */
    public double share(Set<String> some) {
        double all = words.stream().mapToDouble(Telling::weight).sum();
        double these =
                words.stream()
                        .filter(word -> some.contains(word.stem()))
                        .mapToDouble(Telling::weight)
                        .sum();
        return all == 0 ? 0 : these / all;
    }
}
