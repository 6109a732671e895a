package dev.docket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Elasticsearch node on the loopback address, without a sign-in, whose data stay in a
 * directory.
 *
 * <p>It is the server that Elastic publishes for integration tests: the engine and its REST API,
 * without the modules of the full distribution (no scripts, no language analysers). It runs on the
 * JDK that runs us. Everyone who can reach the loopback address of the machine can read the index.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    private static final String VERSION = "9.5.3";
    private static final String NAME = "elasticsearch";
    private static final String STOP_SIGNAL = "TERM";
    private static final Duration START = Duration.ofMinutes(5);
    private static final Archive SERVER =
            new Archive.Zip("/META-INF/docket/elasticsearch-" + VERSION + ".zip");

    private final ServerProcess process;
    private final URI address;

    private EmbeddedElasticsearch(ServerProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts the node and waits until it serves; what an earlier, killed JVM left running there is
     * stopped first. Only one JVM at a time may use the directory: the caller sees to that. Options
     * in the environment's {@code ES_JAVA_OPTS} come after ours and so win.
     *
     * @param directory holds the server, its data and its ports; made if absent
     * @param logs where the server writes its logs; made if absent
     * @throws ServerFailed if it does not serve within five minutes
     */
    public static EmbeddedElasticsearch start(Path directory, Path logs, int heapMegabytes) {
        try {
            Path root = PrivateDirectory.make(directory);
            Path home = root.resolve("server-" + VERSION);
            Path scratch = PrivateDirectory.make(root.resolve("tmp"));
            PrivateDirectory.make(logs);
            ServerProcess.stopOrphan(root, NAME, STOP_SIGNAL);
            SERVER.unpackTo(home);
            int port = Ports.remembered(root.resolve("http.port"));
            Files.writeString(
                    home.resolve("config/elasticsearch.yml"),
                    settings(root, logs.toAbsolutePath(), port));
            Unprivileged.way().own(root);
            Unprivileged.way().own(logs);
            ServerProcess process =
                    ServerProcess.start(
                            new ServerProcess.Launch(
                                    NAME,
                                    STOP_SIGNAL,
                                    root,
                                    logs.resolve("elasticsearch-start.log"),
                                    List.of(home.resolve("bin/elasticsearch").toString()),
                                    environment(scratch, heapMegabytes)));
            URI address = URI.create("http://127.0.0.1:" + port);
            process.await(() -> serves(address), START);
            return new EmbeddedElasticsearch(process, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the node answers HTTP. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.close();
    }

    private static String settings(Path directory, Path logs, int port) {
        return """
        cluster.name: docket-elasticsearch
        node.name: docket
        discovery.type: single-node
        xpack.security.enabled: false
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        path.data: %s
        path.logs: %s
        # A nearly full disk must not make the search index read-only for ever.
        cluster.routing.allocation.disk.threshold_enabled: false
        """
                .formatted(port, Ports.free(), directory.resolve("data"), logs);
    }

    private static Map<String, String> environment(Path scratch, int heapMegabytes) {
        return Map.of(
                "ES_JAVA_HOME",
                System.getProperty("java.home"),
                "ES_TMPDIR",
                scratch.toString(),
                "ES_JAVA_OPTS",
                "-Xms%1$dm -Xmx%1$dm -XX:-AlwaysPreTouch".formatted(heapMegabytes)
                        // The distribution keeps up to 2 GB of garbage collection logs.
                        + " -Xlog:disable -Xlog:all=warning:stderr:utctime,level,tags "
                        + System.getenv().getOrDefault("ES_JAVA_OPTS", ""));
    }

    private static boolean serves(URI address) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest health =
                    HttpRequest.newBuilder(
                                    address.resolve(
                                            "/_cluster/health?wait_for_status=yellow&timeout=2s"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
