package dev.docket.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.TermvectorsRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.termvectors.FieldStatistics;
import co.elastic.clients.elasticsearch.core.termvectors.TermVector;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An index that is asked and may be away: neither do callers wait for it then, nor does a crowd of
 * them count as its failure.
 */
public final class SearchIndex {

    private static final int NOT_FOUND = 404;

    private final ElasticsearchClient elasticsearch;
    private final String alias;
    private final Bulkhead bulkhead;
    private final Breaker breaker;

    /**
     * @param bulkhead of all who use the client
     */
    public SearchIndex(
            ElasticsearchClient elasticsearch, String alias, Bulkhead bulkhead, Breaker breaker) {
        this.elasticsearch = elasticsearch;
        this.alias = alias;
        this.bulkhead = bulkhead;
        this.breaker = breaker;
    }

    public String alias() {
        return alias;
    }

    /** Whose hit it is: documents bear the ids of what they are of. */
    public static UUID id(Hit<?> hit) {
        return UUID.fromString(String.valueOf(hit.id()));
    }

    static List<UUID> ids(List<? extends Hit<?>> hits) {
        return hits.stream().map(SearchIndex::id).toList();
    }

    /**
     * @throws SearchAwayException if there is no answer now
     */
    public <T> SearchResponse<T> search(SearchRequest request, Class<T> document) {
        return ask(() -> elasticsearch.search(request, document));
    }

    /**
     * Answers several searches that want no documents, in their order; all or none.
     *
     * @throws SearchAwayException if there is no answer now
     */
    List<MultiSearchResponseItem<Void>> counts(MsearchRequest request) {
        return ask(() -> {
            List<MultiSearchResponseItem<Void>> answers =
                    elasticsearch.msearch(request, Void.class).responses();
            for (MultiSearchResponseItem<Void> answer : answers) {
                if (answer.isFailure()) {
                    throw new ElasticsearchException("es/msearch", answer.failure());
                }
            }
            return answers;
        });
    }

    /**
     * How many documents have which of some stems in a field; of a stem that none has, there is
     * nothing.
     *
     * @throws SearchAwayException if there is no answer now
     */
    Frequencies frequencies(String field, Collection<String> stems) {
        return ask(() -> {
            TermVector vector =
                    elasticsearch
                            .termvectors((TermvectorsRequest.Builder<Map<String, String>> asked) ->
                                    asked.index(alias)
                                            .doc(Map.of(field, String.join(" ", stems)))
                                            .fields(field)
                                            .termStatistics(true)
                                            .positions(false)
                                            .offsets(false)
                                            .payloads(false))
                            .termVectors()
                            .get(field);
            return vector == null ? Frequencies.NONE : Frequencies.of(vector);
        });
    }

    /**
     * @param documents that have the field
     * @param having how many of them have a stem
     */
    record Frequencies(long documents, Map<String, Integer> having) {

        static final Frequencies NONE = new Frequencies(0, Map.of());

        static Frequencies of(TermVector vector) {
            Map<String, Integer> having = new HashMap<>();
            vector.terms()
                    .forEach((stem, term) -> {
                        Integer documents = term.docFreq();
                        if (documents != null && documents > 0) {
                            having.put(stem, documents);
                        }
                    });
            FieldStatistics field = vector.fieldStatistics();
            return new Frequencies(field == null ? 0 : field.docCount(), having);
        }
    }

    /** Makes findable what the index has been sent so far. */
    public void refresh() {
        ask(() -> elasticsearch.indices().refresh(request -> request.index(alias)));
    }

    private interface Asking<T> {
        T answer() throws IOException;
    }

    private <T> T ask(Asking<T> asking) {
        return bulkhead.call(() -> breaker.call(() -> answer(asking)));
    }

    private static <T> T answer(Asking<T> asking) {
        try {
            return asking.answer();
        } catch (ElasticsearchException e) {
            boolean isOurFault = e.status() >= 400 && e.status() < 429 && e.status() != NOT_FOUND;
            throw isOurFault ? e : new SearchAwayException("Elasticsearch is not ready", e);
        } catch (IOException e) {
            throw new SearchAwayException("Elasticsearch does not answer", e);
        }
    }
}
