package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a query asks for.
 *
 * @param conditions what a ticket must be, besides what {@link SearchFilter} says
 * @param sayings what a ticket must say, and by how well it says it tickets are ordered
 * @param properties those of the conditions and sayings that need nothing of what a ticket says
 * @param marks what is marked in excerpts
 */
record Asked(
        AskedWords words,
        List<Query> conditions,
        List<Query> sayings,
        List<Query> properties,
        Marks marks) {

    /**
     * @param stems of words
     * @param beginnings of words, without case and accents
     */
    record Marks(Set<String> stems, Set<String> beginnings) {}

    /** Whether nothing but words and numbers is asked for. */
    boolean isWords() {
        return conditions.isEmpty() && sayings.isEmpty();
    }

    /** All that a ticket must be and say, but for words that stand for themselves. */
    List<Query> demands() {
        return Stream.concat(conditions.stream(), sayings.stream()).toList();
    }

    /**
     * Whether what means the same may be meant as well: there is a text, and it names no ticket.
     */
    boolean hasMeaning() {
        return !words.units().isEmpty() && words.number().isEmpty();
    }

    boolean isEmpty() {
        return words.isEmpty() && isWords();
    }
}
