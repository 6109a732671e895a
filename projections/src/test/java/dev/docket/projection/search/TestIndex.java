package dev.docket.projection.search;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.Elasticsearch;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.IndexNames;
import dev.docket.log.TestLog;
import dev.docket.projection.running.Projection;
import dev.docket.projection.running.RunningProjections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A log, a view of it that is kept, and an index of that view, which tests have an indexer keep.
 */
final class TestIndex implements AutoCloseable {

    static final Duration BOUND = Duration.ofSeconds(30);

    final TestLog log = new TestLog();
    final JdbcClient jdbc = JdbcClient.create(log.database());
    final IndexNames names;
    final ElasticsearchClient elasticsearch;
    final RunningProjections views;
    final IndexStores stores;
    private final String schema;

    /**
     * @param schema keeps how far the index has followed
     */
    TestIndex(
            ElasticsearchProperties properties, IndexNames names, Projection view, String schema) {
        this.names = names;
        this.schema = schema;
        this.elasticsearch =
                Elasticsearch.connect(
                        properties,
                        new Elasticsearch.Patience(
                                Duration.ofSeconds(1), Duration.ofSeconds(10), 4));
        this.views =
                new RunningProjections(
                        List.of(view), log.reader(), log.database(), new SimpleMeterRegistry());
        this.stores =
                new IndexStores(log.database(), elasticsearch, log.reader(), Clock.systemUTC());
    }

    void awaitIndexed() {
        long head = log.reader().head();
        await().atMost(BOUND).ignoreExceptions().until(() -> position() >= head);
    }

    long position() {
        return jdbc.sql("SELECT position FROM %s.token".formatted(schema))
                .query(Long.class)
                .single();
    }

    String servingIndex() {
        return jdbc.sql(
                        "SELECT name FROM %s.physical_index WHERE role = 'SERVING'"
                                .formatted(schema))
                .query(String.class)
                .single();
    }

    <T> Optional<T> document(UUID id, Class<T> document) {
        try {
            return Optional.ofNullable(
                    elasticsearch
                            .get(
                                    request -> request.index(names.readAlias()).id(id.toString()),
                                    document)
                            .source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many documents can be found by a term. */
    long count(String field, String term) {
        refresh();
        try {
            return elasticsearch
                    .count(request ->
                            request.index(names.readAlias())
                                    .query(query -> query.term(t -> t.field(field).value(term))))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes findable what was written. */
    void refresh() {
        try {
            elasticsearch.indices().refresh(request -> request.index(names.readAlias()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        views.close();
        elasticsearch.close();
        log.close();
    }
}
