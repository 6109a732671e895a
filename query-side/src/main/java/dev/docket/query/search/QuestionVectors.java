package dev.docket.query.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.index.embedding.Embeddings;
import dev.docket.index.embedding.EmbeddingsAwayException;
import dev.docket.index.embedding.TextsRefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The vectors of questions. Nobody waits for an endpoint that is slow or away: the question then
 * has none.
 */
final class QuestionVectors {

    private static final int REMEMBERED = 1_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private static final int AT_ONCE = 16;

    private final EmbeddingProperties properties;
    private final Embeddings embeddings;
    private final MeterRegistry metrics;
    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE, Duration.ZERO);
    private final Breaker breaker = new Breaker();
    private final Cache<String, float[]> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(UNUSED).build();

    QuestionVectors(EmbeddingProperties properties, Embeddings embeddings, MeterRegistry metrics) {
        this.properties = properties;
        this.embeddings = embeddings;
        this.metrics = metrics;
    }

    Optional<float[]> of(String question) {
        float[] remembered = known.getIfPresent(question);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        try {
            float[] vector = bulkhead.call(() -> breaker.call(() -> asked(question)));
            known.put(question, vector);
            return Optional.of(vector);
        } catch (SearchAwayException away) {
            count("endpoint-away");
        } catch (TextsRefusedException refused) {
            count("question-refused");
        }
        return Optional.empty();
    }

    private float[] asked(String question) {
        try {
            return embeddings.of(List.of(properties.question(question))).getFirst();
        } catch (EmbeddingsAwayException away) {
            throw new SearchAwayException("There is no vector of the question", away);
        }
    }

    /**
     * @param outcome of a search that could have been by meaning too
     */
    void count(String outcome) {
        metrics.counter("docket.search.vectors", "outcome", outcome).increment();
    }
}
