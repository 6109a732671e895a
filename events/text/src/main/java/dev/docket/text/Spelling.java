package dev.docket.text;

import java.util.Arrays;

/** Which stems are taken for one that was misspelt. */
public final class Spelling {

    /**
     * So many first letters must be right: people seldom miss the first, and it saves most work.
     */
    public static final int SURE_LETTERS = 1;

    private final String sure;
    private final int[] asked;
    private final int mistakes;

    private Spelling(String stem) {
        this.mistakes = mistakes(stem);
        this.sure =
                mistakes == 0 ? stem : stem.substring(0, stem.offsetByCodePoints(0, SURE_LETTERS));
        this.asked = stem.codePoints().toArray();
    }

    public static Spelling of(String stem) {
        return new Spelling(stem);
    }

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

    /** Whether it is the stem itself, or as near to it as {@link #mistakes} allows. */
    public boolean isLike(String other) {
        if (!other.startsWith(sure)) {
            return false;
        }
        int letters = other.codePointCount(0, other.length());
        return Math.abs(letters - asked.length) <= mistakes
                && distance(other.codePoints().toArray()) <= mistakes;
    }

    /**
     * The optimal string alignment distance: letters replaced, left out, put in, or swapped with
     * the next, each letter at most once, as Elasticsearch counts with transpositions.
     */
    private int distance(int[] other) {
        int[] beforeLast = new int[other.length + 1];
        int[] last = new int[other.length + 1];
        int[] row = new int[other.length + 1];
        Arrays.setAll(last, column -> column);
        for (int i = 1; i <= asked.length; i++) {
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int replaced = last[j - 1] + (asked[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped =
                        i > 1
                                && j > 1
                                && asked[i - 1] == other[j - 2]
                                && asked[i - 2] == other[j - 1];
                if (swapped) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length];
    }
}
