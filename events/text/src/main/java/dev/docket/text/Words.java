package dev.docket.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Breaks text into words and reduces each to its stem: no case, no accents, no English endings.
 * Words of other languages and scripts are kept as they are, but for case, accents and what happens
 * to look like an English ending, which it does in the index and in the question alike.
 *
 * <p>A stem never holds white space, so that stems joined by spaces and split at them are the same
 * stems again.
 */
public final class Words {

    /** Longer runs without a break, as in encoded files, are cut into words of this length. */
    static final int LONGEST = 128;

    private static final Set<String> COMMON = commonStems();

    private Words() {}

    /** For many texts in a row. */
    public static WordReader reader() {
        return new EnglishWords(LONGEST);
    }

    /** The words of a text in their order, repeated ones as often as they occur. */
    public static List<Word> of(String text) {
        return reader().words(text);
    }

    /** The stems of a text, joined by single spaces. */
    public static String stems(String text) {
        return of(text).stream().map(Word::stem).collect(Collectors.joining(" "));
    }

    /** Whether a stem is one of the words that say nothing by themselves, such as "the". */
    public static boolean isCommon(String stem) {
        return COMMON.contains(stem);
    }

    private static Set<String> commonStems() {
        return EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.stream()
                .map(word -> stems(new String((char[]) word)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
