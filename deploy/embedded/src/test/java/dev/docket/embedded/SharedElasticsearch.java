package dev.docket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * One empty Elasticsearch for all tests of a JVM, ended with it. Tests keep apart by the names of
 * their indexes.
 */
public final class SharedElasticsearch {

    private SharedElasticsearch() {}

    private static final class Node {
        static final EmbeddedElasticsearch NODE = start();

        private static EmbeddedElasticsearch start() {
            Path directory = Path.of("target", "elasticsearch");
            delete(directory.resolve("data"));
            EmbeddedElasticsearch node =
                    EmbeddedElasticsearch.start(directory, directory.resolve("logs"), 512);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(node::close));
            return node;
        }

        private static void delete(Path data) {
            try {
                Archive.delete(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where the node answers HTTP; the first call starts it. */
    public static URI address() {
        return Node.NODE.address();
    }
}
