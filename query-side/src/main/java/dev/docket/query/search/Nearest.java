package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.UUID;

/** Finds what is near to a question in meaning, whatever its words are. */
public interface Nearest {

    /** Where nothing has a vector. */
    Nearest NOTHING = (question, conditions, copy) -> List.of();

    /**
     * The nearest first, at most {@value FusedPlace#NEAREST}. None if nobody can tell now, which is
     * no reason to fail. Vectors may be older than the index of the words, which is to be asked
     * whether what was found may be seen.
     *
     * @param conditions that everything found fulfils
     * @param copy the same for one reader's searches
     */
    List<UUID> to(String question, List<Query> conditions, String copy);
}
