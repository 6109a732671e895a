package dev.docket.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A word that is asked for, or several that mean one thing.
 *
 * @param ways to say it, as stems; the first is the one that was typed
 */
public record Unit(List<List<String>> ways) {

    /** Each is a part of the query that Elasticsearch is asked. */
    private static final int MOST_WAYS = 16;

    public List<String> typed() {
        return ways.getFirst();
    }

    /** Whether there is another way to say it, so that nobody takes it for misspelt. */
    public boolean hasSynonyms() {
        return ways.size() > 1;
    }

    /**
     * What a question asks for, each once and in its order. Words that say nothing are left out,
     * unless there are no others.
     *
     * @param stems of the question, repeated ones as often as they occur
     * @param synonyms sets of ways to say a thing, each way as its stems
     */
    public static List<Unit> of(
            List<String> stems, Predicate<String> isCommon, List<List<List<String>>> synonyms) {
        boolean allAreCommon = stems.stream().allMatch(isCommon);
        List<Unit> units = new ArrayList<>();
        for (int at = 0; at < stems.size(); ) {
            Unit unit = at(stems.subList(at, stems.size()), synonyms);
            boolean says = allAreCommon || !unit.typed().stream().allMatch(isCommon);
            if (says && !units.contains(unit)) {
                units.add(unit);
            }
            at += unit.typed().size();
        }
        return units;
    }

    /** The longest phrase with synonyms that some stems begin with, or else the first of them. */
    private static Unit at(List<String> stems, List<List<List<String>>> synonyms) {
        Unit longest = new Unit(List.of(List.of(stems.getFirst())));
        for (List<List<String>> set : synonyms) {
            for (List<String> phrase : set) {
                boolean isLonger = !longest.hasSynonyms() || phrase.size() > longest.typed().size();
                if (isLonger && !phrase.isEmpty() && begins(stems, phrase)) {
                    longest = new Unit(firstOf(set, phrase));
                }
            }
        }
        return longest;
    }

    private static boolean begins(List<String> stems, List<String> phrase) {
        return stems.size() >= phrase.size() && stems.subList(0, phrase.size()).equals(phrase);
    }

    private static List<List<String>> firstOf(List<List<String>> set, List<String> typed) {
        List<List<String>> ways = new ArrayList<>(set);
        ways.removeIf(way -> way.isEmpty() || way.equals(typed));
        ways.addFirst(typed);
        return ways.subList(0, Math.min(MOST_WAYS, ways.size()));
    }

    /** Sets of synonyms as a language sees them. */
    public static List<List<List<String>>> stems(List<Synonyms.Alike> synonyms, PhraseStems stems) {
        return synonyms.stream()
                .map(alike -> alike.words().stream().map(stems::of).toList())
                .toList();
    }
}
