package dev.docket.text;

import java.util.function.Predicate;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Which stems are taken for one that was misspelt. */
public final class Spelling {

    /**
     * So many first letters must be right: people seldom miss the first, and it saves most work.
     */
    public static final int SURE_LETTERS = 1;

    private static final int MOST_STATES = 10_000;

    private Spelling() {}

    /**
     * How many letters may be wrong, missing, too many or swapped: none in short stems, and none in
     * those with digits, where another digit is another thing.
     */
    public static int mistakes(String stem) {
        int letters = stem.codePointCount(0, stem.length());
        if (letters < 4 || letters > 40 || stem.codePoints().anyMatch(Character::isDigit)) {
            return 0;
        }
        return letters < 6 ? 1 : 2;
    }

    /** Accepts the stem itself and those that are as near as {@link #mistakes} allows. */
    public static Predicate<String> like(String stem) {
        int mistakes = mistakes(stem);
        if (mistakes == 0) {
            return stem::equals;
        }
        int sure = stem.offsetByCodePoints(0, SURE_LETTERS);
        Automaton rest = new LevenshteinAutomata(stem.substring(sure), true).toAutomaton(mistakes);
        CharacterRunAutomaton near =
                new CharacterRunAutomaton(Operations.determinize(rest, MOST_STATES));
        return other ->
                other.startsWith(stem.substring(0, sure)) && near.run(other.substring(sure));
    }
}
