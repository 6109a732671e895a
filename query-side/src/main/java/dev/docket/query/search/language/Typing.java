package dev.docket.query.search.language;

/** What somebody is in the middle of typing, as far as it can be completed. */
public sealed interface Typing {

    /** What stands there already and would be replaced. */
    Span at();

    /**
     * A field, or a word.
     *
     * @param letters what is left of the cursor
     */
    record Name(String letters, Span at) implements Typing {}

    /**
     * A value.
     *
     * @param field its name as it was typed
     * @param letters what is left of the cursor, without its quotes
     */
    record Value(String field, String letters, Span at) implements Typing {}

    /** Something of which nobody knows how it goes on. */
    record Other(Span at) implements Typing {}

    /**
     * @param cursor before which UTF-16 code unit of the text
     */
    static Typing at(String text, int cursor) {
        return TypedTerm.at(text, cursor);
    }
}
