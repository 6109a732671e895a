package dev.docket.query.search.language;

/**
 * A part of a text, in UTF-16 code units as browsers count them.
 *
 * @param from the first, counted from 0
 * @param to the one after the last
 */
public record Span(int from, int to) {}
