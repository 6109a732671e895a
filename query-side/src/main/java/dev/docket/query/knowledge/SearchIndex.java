package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.docket.query.search.Breaker;
import dev.docket.query.search.SearchAwayException;
import java.io.IOException;

/** The index of articles, asked through a breaker. */
final class SearchIndex {

    private static final int NOT_FOUND = 404;

    private final ElasticsearchClient elasticsearch;
    private final String alias;
    private final Breaker breaker;

    SearchIndex(ElasticsearchClient elasticsearch, String alias, Breaker breaker) {
        this.elasticsearch = elasticsearch;
        this.alias = alias;
        this.breaker = breaker;
    }

    String alias() {
        return alias;
    }

    /**
     * @throws SearchAwayException if there is no answer now
     */
    <T> SearchResponse<T> search(SearchRequest request, Class<T> document) {
        return ask(() -> elasticsearch.search(request, document));
    }

    /** Makes findable what the index has been sent so far. */
    void refresh() {
        ask(() -> elasticsearch.indices().refresh(request -> request.index(alias)));
    }

    private interface Asking<T> {
        T answer() throws IOException;
    }

    private <T> T ask(Asking<T> asking) {
        return breaker.call(() -> {
            try {
                return asking.answer();
            } catch (ElasticsearchException e) {
                boolean isOurFault =
                        e.status() >= 400 && e.status() < 429 && e.status() != NOT_FOUND;
                throw isOurFault ? e : new SearchAwayException("Elasticsearch is not ready", e);
            } catch (IOException e) {
                throw new SearchAwayException("Elasticsearch does not answer", e);
            }
        });
    }
}
