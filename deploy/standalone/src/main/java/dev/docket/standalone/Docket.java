package dev.docket.standalone;

import dev.docket.command.imports.cli.ImportCommand;
import dev.docket.command.people.FirstStart;
import dev.docket.edge.Node;
import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.embedded.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the whole platform on stores of its own, and stops all of it in order. */
public final class Docket {

    private static final int PORT = 8080;
    private static final int SEARCH_HEAP_MEGABYTES = 1_024;

    private final List<AutoCloseable> running = new ArrayList<>();

    private Docket() {}

    /** {@code import …} sends a file to a running platform; everything else starts one. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("import")) {
            System.exit(
                    ImportCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        Path path = DataDirectory.chosen(arguments);
        Optional<DataDirectory> directory = DataDirectory.take(path);
        if (directory.isEmpty()) {
            Console.say("Another Docket is running on %s: stop it first, or choose another", path);
            Console.say("directory with --docket.data-dir.");
            System.exit(1);
        }
        new Docket().start(directory.orElseThrow(), arguments);
    }

    private void start(DataDirectory directory, String[] arguments) {
        long begun = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        run(directory);
        Console.say("Docket keeps its data in %s", directory.path());
        Map<String, Object> stores = stores(directory, arguments);
        SpringApplication application = Node.application(AllSides.class, PORT);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addLast(new MapPropertySource("embedded", stores)));
        ConfigurableApplicationContext context = application.run(arguments);
        run(context);
        String port = context.getEnvironment().getProperty("local.server.port", "unknown");
        Console.say(
                "Docket is ready after %d s: http://localhost:%s (API: /swagger-ui.html)",
                (System.nanoTime() - begun) / 1_000_000_000, port);
        context.getBean(FirstStart.class)
                .run()
                .ifPresent(
                        signIn -> {
                            Console.say("Sign in as %s", signIn.email());
                            Console.say("Password: %s", signIn.password());
                        });
        Console.say("Ctrl-C stops it.");
    }

    /** Starts the stores that the arguments do not name. */
    private Map<String, Object> stores(DataDirectory directory, String[] arguments) {
        Optional<CompletableFuture<EmbeddedElasticsearch>> search =
                names(arguments, "docket.elasticsearch.url")
                        ? Optional.empty()
                        : Optional.of(CompletableFuture.supplyAsync(() -> search(directory)));
        Map<String, Object> stores = new HashMap<>();
        stores.put("logging.file.name", directory.logs().resolve("docket.log").toString());
        if (!names(arguments, "docket.postgres.url")) {
            EmbeddedPostgresServer postgres =
                    run(
                            EmbeddedPostgresServer.start(
                                    directory.path().resolve("postgresql"), directory.logs()));
            stores.put("docket.postgres.url", postgres.url());
            stores.put("docket.postgres.username", postgres.username());
            stores.put("docket.postgres.password", postgres.password());
            Console.say("PostgreSQL is ready: %s", postgres.url());
        }
        search.ifPresent(
                starting -> {
                    EmbeddedElasticsearch node = run(starting.join());
                    stores.put("docket.elasticsearch.url", node.address().toString());
                    Console.say("Elasticsearch is ready: %s", node.address());
                });
        return stores;
    }

    private static EmbeddedElasticsearch search(DataDirectory directory) {
        return EmbeddedElasticsearch.start(
                directory.path().resolve("elasticsearch"),
                directory.logs(),
                SEARCH_HEAP_MEGABYTES);
    }

    private static boolean names(String[] arguments, String property) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--" + property));
    }

    private synchronized <T extends AutoCloseable> T run(T part) {
        running.add(part);
        return part;
    }

    /** In the opposite order of the start; what fails to stop does not keep the others. */
    private synchronized void stop() {
        for (AutoCloseable part : running.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                Console.say("%s did not stop well: %s", part, e);
            }
        }
        Console.say("Docket has stopped.");
    }
}
