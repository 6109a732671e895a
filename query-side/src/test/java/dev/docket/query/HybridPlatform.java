package dev.docket.query;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A platform that has vectors, and the endpoint that makes them. */
public final class HybridPlatform implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(1);

    public final EmbeddingServer endpoint = new EmbeddingServer();
    public final QueryPlatform platform =
            QueryPlatform.with(
                    "hybrid",
                    "--docket.embeddings.url=" + endpoint.url(),
                    "--docket.embeddings.model=words",
                    "--docket.embeddings.key=secret",
                    "--docket.embeddings.dimensions=" + EmbeddingServer.DIMENSIONS,
                    "--docket.embeddings.similarity=0.5",
                    "--docket.embeddings.patience=2s",
                    "--docket.embeddings.question-patience=1s");

    /** Waits until both vector indexes have what was appended up to now. */
    public void awaitVectors() {
        long head = platform.head();
        for (String schema : List.of("article_vectors", "ticket_vectors")) {
            await().atMost(LONG).ignoreExceptions().until(() -> position(schema) >= head);
        }
    }

    /** How far an index is. */
    public long position(String schema) {
        return platform.jdbc()
                .sql("SELECT position FROM %s.token".formatted(schema))
                .query(Long.class)
                .single();
    }

    /** How many documents an index was refused. */
    public long parked(String schema) {
        return platform.jdbc()
                .sql("SELECT count(*) FROM %s.dead_letter".formatted(schema))
                .query(Long.class)
                .single();
    }

    /** Asks until the answer is as it should be: what an index was sent is found a moment later. */
    public Answer until(Supplier<Answer> asking, Predicate<Answer> isRight) {
        return await().atMost(LONG).until(asking::get, isRight);
    }

    @Override
    public void close() {
        platform.close();
        endpoint.close();
    }
}
