package dev.docket.benchmark.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a word is where texts are written with spaces, and where they are not. It knows nothing of
 * how Docket sees words, so that it does not favour it.
 */
enum Script {
    SPACED("[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*", " ", 4, 4),

    /** Runs of one kind of character are words. */
    UNSPACED("[\\p{IsKatakana}ー]+|\\p{IsHan}+|\\p{IsHiragana}+|[\\p{IsLatin}\\p{N}]+", "", 2, 3);

    private static final Set<String> WITHOUT_SPACES = Set.of("ja");

    private final Pattern word;
    private final String between;
    private final int tellingLetters;
    private final int fewestTelling;

    Script(String word, String between, int tellingLetters, int fewestTelling) {
        this.word = Pattern.compile(word);
        this.between = between;
        this.tellingLetters = tellingLetters;
        this.fewestTelling = fewestTelling;
    }

    static Script of(String language) {
        return WITHOUT_SPACES.contains(language) ? UNSPACED : SPACED;
    }

    /** The words of a text in lower case, as people type them. */
    List<String> words(String text) {
        return word.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    String join(List<String> words) {
        return String.join(between, words);
    }

    /** Whether a word is so long that it is more than a particle, and may be misspelt. */
    boolean isTelling(String word) {
        return word.codePointCount(0, word.length()) >= tellingLetters
                && word.codePoints().noneMatch(Character::isDigit);
    }

    /** Where the telling ones among words stand. */
    List<Integer> telling(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(at -> isTelling(words.get(at)))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether words say enough for one article to be meant. */
    boolean areEnough(List<String> words) {
        return telling(words).size() >= fewestTelling;
    }
}
