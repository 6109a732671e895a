package dev.docket.acceptance;

import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.embedded.EmbeddedPostgresServer;
import dev.docket.embedded.NamedElasticsearch;
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
    private final List<String> elasticsearch;
    private final Runnable elasticsearchEnd;
    private final List<NodeProcess> nodes = new ArrayList<>();

    private Cluster(
            Path directory,
            EmbeddedPostgresServer postgres,
            List<String> elasticsearch,
            Runnable elasticsearchEnd) {
        this.directory = directory;
        this.postgres = postgres;
        this.elasticsearch = elasticsearch;
        this.elasticsearchEnd = elasticsearchEnd;
    }

    /** The stores; there are no nodes yet. */
    static Cluster onStoresIn(Path directory) {
        EmbeddedPostgresServer postgres =
                EmbeddedPostgresServer.start(
                        directory.resolve("postgresql"), directory.resolve("logs"));
        try {
            return NamedElasticsearch.find()
                    .map(named -> new Cluster(directory, postgres, named.settings(), named::close))
                    .orElseGet(() -> embedded(directory, postgres));
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
    }

    private static Cluster embedded(Path directory, EmbeddedPostgresServer postgres) {
        EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(
                        directory.resolve("elasticsearch"),
                        directory.resolve("logs"),
                        HEAP_MEGABYTES);
        return new Cluster(
                directory,
                postgres,
                List.of("--docket.elasticsearch.url=" + elasticsearch.address()),
                elasticsearch::close);
    }

    /** Starts a node of a side, which is not ready yet. */
    NodeProcess launch(String side) {
        return launch(side, Platform.freePort());
    }

    /**
     * The same at an address that others may know already.
     *
     * @param further arguments, as a user would write them
     */
    NodeProcess launch(String side, int port, String... further) {
        List<String> settings = new ArrayList<>(elasticsearch);
        settings.addAll(List.of(further));
        settings.add("--docket.postgres.url=" + postgres.url());
        settings.add("--docket.postgres.username=" + postgres.username());
        settings.add("--docket.postgres.password=" + postgres.password());
        settings.add("--docket.attachments.directory=" + directory.resolve("attachments"));
        NodeProcess node = NodeProcess.launch(side, port, directory, settings);
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
        try (postgres) {
            nodes.reversed().forEach(NodeProcess::close);
        } finally {
            elasticsearchEnd.run();
        }
    }
}
