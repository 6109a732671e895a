package dev.docket.standalone;

import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.embedded.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes the data directory and starts the stores that the configuration does not name elsewhere,
 * before the application is built; ends them in turn after the application was closed.
 */
final class EmbeddedStores
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String POSTGRES_URL = "docket.postgres.url";
    private static final String ELASTICSEARCH_URL = "docket.elasticsearch.url";
    private static final String ATTACHMENTS = "docket.attachments.directory";
    private static final int ELASTICSEARCH_HEAP = 1024;

    private final Console console;
    private volatile @Nullable DataDirectory held;
    private volatile @Nullable EmbeddedElasticsearch elasticsearch;
    private volatile @Nullable EmbeddedPostgresServer postgres;

    EmbeddedStores(Console console) {
        this.console = console;
    }

    /** After the configuration was read, before the log file is opened in the data directory. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 15;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        DataDirectory directory =
                DataDirectory.take(environment.getProperty("docket.data-dir", "~/.docket"));
        held = directory;
        SpringApplication.getShutdownHandlers().add(this::stop);
        Path log = directory.logs().resolve("docket.log");
        console.starting(directory.path(), log);

        Map<String, Object> found = new HashMap<>();
        found.put("docket.data-dir", directory.path().toString());
        if (!environment.containsProperty(ATTACHMENTS)) {
            found.put(ATTACHMENTS, directory.path().resolve("attachments").toString());
        }
        found.put("logging.console.enabled", "false");
        found.put("logging.file.name", log.toString());
        start(environment, directory, found);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("docket-embedded-stores", found));
    }

    /** Both at once: Elasticsearch takes several seconds, of which one is PostgreSQL's. */
    private void start(
            ConfigurableEnvironment environment,
            DataDirectory directory,
            Map<String, Object> found) {
        Optional<CompletableFuture<EmbeddedElasticsearch>> starting = Optional.empty();
        if (!environment.containsProperty(ELASTICSEARCH_URL)) {
            int heap =
                    environment.getProperty(
                            "docket.elasticsearch.heap-megabytes",
                            Integer.class,
                            ELASTICSEARCH_HEAP);
            starting =
                    Optional.of(
                            CompletableFuture.supplyAsync(
                                    () -> startElasticsearch(directory, heap)));
        }
        if (!environment.containsProperty(POSTGRES_URL)) {
            EmbeddedPostgresServer server =
                    EmbeddedPostgresServer.start(
                            directory.path().resolve("postgresql"), directory.logs());
            postgres = server;
            found.put(POSTGRES_URL, server.url());
            found.put("docket.postgres.username", server.username());
            found.put("docket.postgres.password", server.password());
            console.started("PostgreSQL", server.url());
        }
        starting.ifPresent(future -> {
            String address = finished(future).address().toString();
            found.put(ELASTICSEARCH_URL, address);
            console.started("Elasticsearch", address);
        });
    }

    private EmbeddedElasticsearch startElasticsearch(DataDirectory directory, int heap) {
        EmbeddedElasticsearch server =
                EmbeddedElasticsearch.start(
                        directory.path().resolve("elasticsearch"), directory.logs(), heap);
        elasticsearch = server;
        return server;
    }

    /** Spring calls it when the application is closed, at the end of the process. */
    private void stop() {
        EmbeddedElasticsearch search = elasticsearch;
        if (search != null) {
            console.stopping("Elasticsearch");
            search.close();
        }
        EmbeddedPostgresServer database = postgres;
        if (database != null) {
            console.stopping("PostgreSQL");
            database.close();
        }
        DataDirectory directory = held;
        if (directory != null) {
            directory.close();
        }
        console.stopped();
    }

    private static <T> T finished(CompletableFuture<T> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
