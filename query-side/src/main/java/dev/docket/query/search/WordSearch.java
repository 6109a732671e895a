package dev.docket.query.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import java.util.List;
import java.util.UUID;

/**
 * Finds documents by words alone.
 *
 * @param <W> what is wished for
 * @param <D> a document
 * @param <L> how lenient a search was
 */
public interface WordSearch<W extends SearchWish, D, L> {

    /** The best that words find, from where the wish begins. */
    Found<D, L> search(W wish, Extent extent);

    /**
     * How much is asked for.
     *
     * @param source what of each document
     */
    record Extent(int size, SourceConfig source) {}

    /** What words found, and how lenient they had to be taken. */
    record Found<D, L>(ResponseBody<D> response, L leniency) {

        public List<Hit<D>> hits() {
            return response.hits().hits();
        }

        List<UUID> ids() {
            return SearchIndex.ids(hits());
        }
    }
}
