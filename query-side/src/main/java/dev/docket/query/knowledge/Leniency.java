package dev.docket.query.knowledge;

import java.util.Set;

/**
 * How little of a question an article may say.
 *
 * @param someWordsWill whether a few of the words are enough
 * @param misspelt whole words that may be spelt otherwise
 */
record Leniency(boolean someWordsWill, Set<String> misspelt) {

    /** All of the words, as they were typed. */
    static final Leniency NONE = new Leniency(false, Set.of());

    /** A few of the words, as they were typed. */
    static final Leniency SOME_WORDS = new Leniency(true, Set.of());

    /** Some words may be misspelt, and so few others are enough that these are found. */
    static Leniency misspelt(Set<String> words) {
        return new Leniency(true, words);
    }

    /**
     * How many of the words an article must have, as Elasticsearch writes it: all. Where that finds
     * too little, one or two must be there, and of more a third, since whoever asks a whole question
     * hardly uses the words of its answer; those that have more of them come first all the same.
     * Where words are misspelt, any other must do.
     */
    String enough() {
        if (!someWordsWill) {
            return "100%";
        }
        return misspelt.isEmpty() ? "2<34%" : "2<1";
    }
}
