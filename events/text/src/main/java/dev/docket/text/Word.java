package dev.docket.text;

/**
 * A word of a text.
 *
 * @param stem what it has in common with its other forms; search compares this
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 */
public record Word(String stem, int start, int end) {}
