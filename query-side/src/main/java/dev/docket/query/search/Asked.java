package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Set;

/**
 * What a query asks for.
 *
 * @param conditions what a ticket must be, besides what {@link SearchFilter} says
 * @param sayings what a ticket must say, and by how well it says it tickets are ordered
 * @param marks what is marked in excerpts
 */
record Asked(AskedWords words, List<Query> conditions, List<Query> sayings, Marks marks) {

    /**
     * @param stems of words
     * @param beginnings of words, without case and accents
     */
    record Marks(Set<String> stems, Set<String> beginnings) {}

    /** Whether nothing but words and numbers is asked for. */
    boolean isWords() {
        return conditions.isEmpty() && sayings.isEmpty();
    }

    boolean isEmpty() {
        return words.isEmpty() && isWords();
    }
}
