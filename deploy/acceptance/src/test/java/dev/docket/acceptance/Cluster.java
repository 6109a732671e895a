package dev.docket.acceptance;

import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.embedded.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sides as processes of their own, any number of each, on one PostgreSQL and Elasticsearch. */
final class Cluster implements AutoCloseable {

    private static final Pattern SIGN_IN = Pattern.compile("Sign in as (\\S+)\\s+Password: (\\S+)");
    private static final int HEAP_MEGABYTES = 512;

    private final Path directory;
    private final EmbeddedPostgresServer postgres;
    private final EmbeddedElasticsearch elasticsearch;
    private final List<NodeProcess> nodes = new ArrayList<>();

    private Cluster(
            Path directory, EmbeddedPostgresServer postgres, EmbeddedElasticsearch elasticsearch) {
        this.directory = directory;
        this.postgres = postgres;
        this.elasticsearch = elasticsearch;
    }

    /** The stores; there are no nodes yet. */
    static Cluster onStoresIn(Path directory) {
        Path logs = directory.resolve("logs");
        EmbeddedPostgresServer postgres =
                EmbeddedPostgresServer.start(directory.resolve("postgresql"), logs);
        try {
            return new Cluster(
                    directory,
                    postgres,
                    EmbeddedElasticsearch.start(
                            directory.resolve("elasticsearch"), logs, HEAP_MEGABYTES));
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
    }

    /** Starts a node of a side, which is not ready yet. */
    NodeProcess launch(String side) {
        NodeProcess node =
                NodeProcess.launch(
                        side,
                        directory,
                        List.of(
                                "--docket.postgres.url=" + postgres.url(),
                                "--docket.postgres.username=" + postgres.username(),
                                "--docket.postgres.password=" + postgres.password(),
                                "--docket.elasticsearch.url=" + elasticsearch.address(),
                                "--docket.attachments.directory="
                                        + directory.resolve("attachments")));
        nodes.add(node);
        return node;
    }

    /** What one of the command nodes prints at the first start of all, and no other. */
    Platform.Credentials admin() {
        Await.until("a node prints a sign-in", Duration.ofMinutes(1), () -> !signIns().isEmpty());
        List<Platform.Credentials> printed = signIns();
        if (printed.size() != 1) {
            throw new AssertionError("Sign-ins were printed %d times".formatted(printed.size()));
        }
        return printed.getFirst();
    }

    private List<Platform.Credentials> signIns() {
        return nodes.stream()
                .map(node -> SIGN_IN.matcher(node.console()))
                .filter(Matcher::find)
                .map(match -> new Platform.Credentials(match.group(1), match.group(2)))
                .toList();
    }

    @Override
    public void close() {
        try (postgres;
                elasticsearch) {
            nodes.reversed().forEach(NodeProcess::close);
        }
    }
}
