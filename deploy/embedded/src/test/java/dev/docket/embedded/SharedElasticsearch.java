package dev.docket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One Elasticsearch for all tests of a JVM: the one that {@link NamedElasticsearch} finds, or else
 * an empty embedded one that ends with the JVM. Tests keep apart by what they write.
 */
public final class SharedElasticsearch {

    private SharedElasticsearch() {}

    private static final class Node {
        static final List<String> SETTINGS = settings();

        private static List<String> settings() {
            Optional<NamedElasticsearch> named = NamedElasticsearch.find();
            named.ifPresent(index -> atTheEnd(index::close));
            return named.map(NamedElasticsearch::settings).orElseGet(Node::embedded);
        }

        private static List<String> embedded() {
            Path directory = Path.of("target", "elasticsearch");
            delete(directory.resolve("data"));
            EmbeddedElasticsearch node =
                    EmbeddedElasticsearch.start(directory, directory.resolve("logs"), 512);
            atTheEnd(node::close);
            return List.of("--docket.elasticsearch.url=" + node.address());
        }

        private static void atTheEnd(Runnable task) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(task));
        }

        private static void delete(Path data) {
            try {
                Archive.delete(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The arguments by which a node finds it; the first call starts it. */
    public static List<String> settings() {
        return Node.SETTINGS;
    }
}
