package dev.docket.projection.search;

import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.index.ElasticsearchProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One real Elasticsearch that lives as long as the JVM of the tests. */
final class TestElasticsearch {

    private static final int HEAP_MEGABYTES = 512;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedElasticsearch SERVER = start(temporary());

    private TestElasticsearch() {}

    static Path temporary() {
        try {
            return Files.createTempDirectory("docket-elasticsearch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedElasticsearch start(Path directory) {
        return EmbeddedElasticsearch.start(directory, directory.resolve("logs"), HEAP_MEGABYTES);
    }

    /** Names for a test of its own on the shared server. */
    static ElasticsearchProperties create() {
        return ElasticsearchProperties.open(SERVER.address(), "test" + COUNT.incrementAndGet());
    }
}
