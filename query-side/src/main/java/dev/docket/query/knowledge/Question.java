package dev.docket.query.knowledge;

import dev.docket.query.paging.Parameters;
import dev.docket.text.LanguageWords;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, as several languages see it. Nothing in it is syntax.
 *
 * @param readings the question in each language that it may be in, and in whole words as the last
 */
record Question(List<Reading> readings) {

    static final int LONGEST = 500;

    /** Of a longer question the first ones count: without spaces, a sentence has many. */
    private static final int MOST_WORDS = 32;

    private static final Locale USUAL = Locale.ENGLISH;

    /**
     * The question in one language.
     *
     * @param units each of which an article should speak of; words that say nothing are left out
     */
    record Reading(LanguageWords words, boolean isNeutral, List<Unit> units) {}

    /**
     * A word, or several that mean one thing.
     *
     * @param ways to say it, as stems; the first is the one that was typed
     */
    record Unit(List<List<String>> ways) {

        List<String> typed() {
            return ways.getFirst();
        }
    }

    /**
     * @param languages the best first
     * @param synonyms sets of words, or of several words each, that the organisation takes for one
     *     another
     */
    static Question parse(String text, List<Locale> languages, List<List<String>> synonyms) {
        if (text.length() > LONGEST) {
            throw Parameters.refused("q", "'q' has at most %d characters".formatted(LONGEST));
        }
        Map<LanguageWords, Boolean> asked = new LinkedHashMap<>();
        languages.forEach(language -> asked.put(LanguageWords.of(language), false));
        asked.put(LanguageWords.of(USUAL), false);
        asked.remove(LanguageWords.neutral());
        asked.put(LanguageWords.neutral(), true);
        List<Reading> readings = new ArrayList<>();
        asked.forEach((words, neutral) ->
                readings.add(new Reading(words, neutral, units(text, words, synonyms))));
        return new Question(List.copyOf(readings));
    }

    private static List<Unit> units(String text, LanguageWords words, List<List<String>> synonyms) {
        List<String> stems = stems(text, words);
        List<String> all = stems.stream().distinct().toList();
        List<String> telling = all.stream().filter(stem -> !words.isCommon(stem)).toList();
        List<List<List<String>>> sets =
                synonyms.stream()
                        .map(set -> set.stream().map(phrase -> stems(phrase, words)).toList())
                        .toList();
        List<Unit> units = new ArrayList<>();
        for (int at = 0; at < stems.size() && units.size() < MOST_WORDS; ) {
            Unit unit = synonymous(stems, at, sets);
            if (unit == null) {
                unit = new Unit(List.of(List.of(stems.get(at))));
            }
            boolean says = telling.isEmpty() || unit.typed().stream().anyMatch(telling::contains);
            if (says && !units.contains(unit)) {
                units.add(unit);
            }
            at += unit.typed().size();
        }
        return units;
    }

    private static List<String> stems(String text, LanguageWords words) {
        return words.of(text).stream().map(Word::stem).toList();
    }

    /** The longest of the phrases with synonyms that begins at a word. */
    private static @Nullable Unit synonymous(
            List<String> stems, int at, List<List<List<String>>> sets) {
        List<List<String>> ways = List.of();
        for (List<List<String>> set : sets) {
            for (List<String> phrase : set) {
                boolean isLonger = ways.isEmpty() || phrase.size() > ways.getFirst().size();
                if (!phrase.isEmpty()
                        && isLonger
                        && Collections.indexOfSubList(
                                        stems.subList(
                                                at, Math.min(stems.size(), at + phrase.size())),
                                        phrase)
                                == 0) {
                    List<List<String>> others = new ArrayList<>(set);
                    others.remove(phrase);
                    others.removeIf(List::isEmpty);
                    others.addFirst(phrase);
                    ways = others;
                }
            }
        }
        return ways.isEmpty() ? null : new Unit(ways);
    }

    /** The question in whole words. */
    Reading neutral() {
        return readings.getLast();
    }

    boolean isEmpty() {
        return neutral().units().isEmpty();
    }
}
