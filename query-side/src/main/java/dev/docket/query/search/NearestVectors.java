package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.index.embedding.EmbeddingProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Finds the documents of a vector index whose vectors are nearest to the question's. */
final class NearestVectors implements Nearest {

    /** More are looked at than are wanted, as the graph of vectors only approximates. */
    private static final int LOOKED_AT = 200;

    /** What is equally near comes in no order of its own. */
    private static final Comparator<Hit<?>> NEAREST_FIRST =
            Comparator.<Hit<?>, Double>comparing(
                            hit -> Objects.requireNonNullElse(hit.score(), 0.0),
                            Comparator.reverseOrder())
                    .thenComparing(hit -> String.valueOf(hit.id()));

    private final QuestionVectors questions;
    private final SearchIndex index;
    private final EmbeddingProperties properties;

    NearestVectors(QuestionVectors questions, SearchIndex index, EmbeddingProperties properties) {
        this.questions = questions;
        this.index = index;
        this.properties = properties;
    }

    @Override
    public List<UUID> to(String question, List<Query> conditions, String copy) {
        return questions
                .of(question)
                .map(vector -> near(vector, conditions, copy))
                .orElse(List.of());
    }

    private List<UUID> near(float[] vector, List<Query> conditions, String copy) {
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .preference(copy)
                                .knn(nearest ->
                                        nearest.field(properties.field())
                                                .queryVector(numbers(vector))
                                                .k(FusedPlace.NEAREST)
                                                .numCandidates(LOOKED_AT)
                                                .similarity(properties.similarity())
                                                .filter(conditions))
                                .source(source -> source.fetch(false))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(FusedPlace.NEAREST));
        try {
            List<UUID> found =
                    index.search(request, Void.class).hits().hits().stream()
                            .sorted(NEAREST_FIRST)
                            .map(hit -> SearchIndex.id(hit))
                            .toList();
            questions.count("asked");
            return found;
        } catch (SearchAwayException away) {
            questions.count("index-away");
        } catch (ElasticsearchException unfit) {
            questions.count("index-unfit");
        }
        return List.of();
    }

    private static List<Float> numbers(float[] vector) {
        List<Float> numbers = new ArrayList<>(vector.length);
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }
}
