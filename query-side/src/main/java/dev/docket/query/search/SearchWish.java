package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody wants found, whatever kind of document it is. */
public interface SearchWish {

    /** Where the page begins; empty for the first one. */
    Optional<ListPlace> from();

    int limit();

    /**
     * The same for one reader's searches, so that the pages of a list come from one copy of the
     * index and are ordered alike.
     */
    String copy();

    /** All that a document has to fulfil, but for words that stand for themselves. */
    List<Query> demands();

    /** What is near in meaning, the nearest first; nothing where nothing is meant. */
    List<UUID> near(Nearest nearest);

    /** What of a document the reader may be shown. */
    SourceConfig shown();
}
