package dev.docket.query.knowledge;

import dev.docket.query.paging.Parameters;
import dev.docket.query.search.PhraseStems;
import dev.docket.query.search.Synonyms;
import dev.docket.query.search.Unit;
import dev.docket.text.LanguageWords;
import dev.docket.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    /** One for each language that there are words of. */
    private static final Map<LanguageWords, PhraseStems> PHRASES = new ConcurrentHashMap<>();

    /**
     * The question in one language.
     *
     * @param units each of which an article should speak of; words that say nothing are left out
     */
    record Reading(LanguageWords words, boolean isNeutral, List<Unit> units) {}

    /**
     * @param languages the best first
     * @param synonyms of the organisation
     */
    static Question parse(String text, List<Locale> languages, List<Synonyms.Alike> synonyms) {
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

    private static List<Unit> units(
            String text, LanguageWords words, List<Synonyms.Alike> synonyms) {
        return Unit.of(
                        stems(text, words),
                        words::isCommon,
                        Unit.stems(synonyms, PHRASES.computeIfAbsent(words, Question::phrases)))
                .stream()
                .limit(MOST_WORDS)
                .toList();
    }

    private static PhraseStems phrases(LanguageWords words) {
        return new PhraseStems(phrase -> stems(phrase, words));
    }

    private static List<String> stems(String text, LanguageWords words) {
        return words.of(text).stream().map(Word::stem).toList();
    }

    /** The question in whole words. */
    Reading neutral() {
        return readings.getLast();
    }

    boolean isEmpty() {
        return neutral().units().isEmpty();
    }
}
