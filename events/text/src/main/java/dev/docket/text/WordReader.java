package dev.docket.text;

import java.util.List;

/** Breaks one text after another into words; not for several threads at once. */
public interface WordReader {

    /** The words of a text in their order, repeated ones as often as they occur. */
    List<Word> words(String text);
}
