package dev.docket.benchmark.quality;

import java.util.Locale;

/** What was done to a task's words before they were asked for. */
public enum Kind {
    /** Nothing. */
    CLEAN,
    /** Only three of them are asked for. */
    THREE_WORDS,
    /** One in three is misspelt. */
    TYPOS,
    /** Those that have another form are in it. */
    INFLECTED,
    /** Those that have a synonym are replaced by it. */
    SYNONYMS,
    /** Somebody read the article and asked in words of their own. */
    BY_HAND;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
