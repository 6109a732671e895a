package dev.docket.acceptance;

import dev.docket.embedded.NamedElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standalone platform in a process of its own, on a data directory of its own. It can be killed
 * and started again on the same data.
 *
 * <p>With {@code -Ddocket.axon-server=HOST:PORT} its log is on that server, which holds what others
 * wrote: the platform is then an organisation of its own, and ready when its views have read it
 * all. {@link NamedElasticsearch} says how its indexes come to be on a server that runs already.
 */
final class Platform implements AutoCloseable {

    private static final Duration START_LONGEST = Duration.ofMinutes(4);
    private static final Pattern SIGN_IN =
            Pattern.compile("Sign in as (\\S+).*?Password: (\\S+)", Pattern.DOTALL);

    private static final String ELASTICSEARCH = "docket.elasticsearch.url";
    private static final Duration CATCH_UP_LONGEST = Duration.ofMinutes(5);
    private static final Pattern LAG =
            Pattern.compile("^docket_projection_lag_events\\{.*} (\\S+)$", Pattern.MULTILINE);

    private final String axonServer = System.getProperty("docket.axon-server", "");
    private final Optional<NamedElasticsearch> elasticsearch;
    private final String organisation = UUID.randomUUID().toString();
    private final List<String> program;
    private final Path dataDirectory;
    private final int port;
    private final List<String> settings;
    private Process process;
    private final Credentials admin;

    record Credentials(String email, String password) {}

    private Platform(List<String> program, Path dataDirectory, int port, List<String> settings) {
        this.program = program;
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.settings = settings;
        this.elasticsearch =
                settings.stream().anyMatch(setting -> setting.contains(ELASTICSEARCH))
                        ? Optional.empty()
                        : NamedElasticsearch.find();
        this.process = launch();
        try {
            awaitReady();
            this.admin = firstSignIn();
            if (!axonServer.isEmpty()) {
                awaitViews(admin);
            }
        } catch (RuntimeException | AssertionError notReady) {
            process.destroy();
            throw notReady;
        }
    }

    /**
     * Starts a platform.
     *
     * @param settings further arguments, as a user would write them
     */
    static Platform start(Path dataDirectory, String... settings) {
        return new Platform(Program.unpacked(), dataDirectory, freePort(), List.of(settings));
    }

    /** Starts a platform from the one file that users get. */
    static Platform startPackaged(Path dataDirectory) {
        return new Platform(Program.packaged(), dataDirectory, freePort(), List.of());
    }

    Credentials admin() {
        return admin;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Process process() {
        return process;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    Api signIn() {
        return new Api(address()).signIn(admin.email(), admin.password());
    }

    /** Ends the process as a power cut would: nothing is flushed, no hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** Ends the process as Ctrl-C does, and tells how long that took. */
    Duration stop() {
        long begin = System.nanoTime();
        process.destroy();
        awaitEnd(process);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    void restart() {
        process = launch();
        awaitReady();
    }

    String console() {
        try {
            return Files.readString(consoleFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(program);
        command.add("--server.port=" + port);
        command.add("--docket.data-dir=" + dataDirectory);
        command.addAll(settings);
        elasticsearch.ifPresent(index -> command.addAll(index.settings()));
        if (!axonServer.isEmpty()) {
            command.add("--docket.log=axon-server");
            command.add("--docket.axon-server=" + axonServer);
            command.add("--docket.first-organisation=" + organisation);
            command.add("--docket.first-admin=admin@%s.docket.local".formatted(organisation));
        }
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Api api = new Api(address());
        try {
            Await.until(
                    "the platform is ready",
                    START_LONGEST,
                    () -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException("The platform ended:\n" + console());
                        }
                        return api.isReady();
                    });
        } catch (AssertionError late) {
            process.destroy();
            throw late;
        }
    }

    private Credentials firstSignIn() {
        Await.until(
                "the sign-in is printed",
                Duration.ofSeconds(10),
                () -> SIGN_IN.matcher(console()).find());
        Matcher signIn = SIGN_IN.matcher(console());
        if (!signIn.find()) {
            throw new IllegalStateException("No sign-in was printed:\n" + console());
        }
        return new Credentials(signIn.group(1), signIn.group(2));
    }

    /** Returns when no view is behind the log. */
    void awaitViews() {
        awaitViews(admin);
    }

    private void awaitViews(Credentials reader) {
        Api api = new Api(address()).signIn(reader.email(), reader.password());
        Await.until(
                "the views have read what others wrote",
                CATCH_UP_LONGEST,
                () -> {
                    List<MatchResult> lags =
                            LAG.matcher(api.getText("/actuator/prometheus")).results().toList();
                    return !lags.isEmpty()
                            && lags.stream().allMatch(lag -> Double.parseDouble(lag.group(1)) <= 0);
                });
    }

    private Path consoleFile() {
        return dataDirectory.resolveSibling(dataDirectory.getFileName() + ".console");
    }

    @Override
    public void close() {
        stop();
        elasticsearch.ifPresent(NamedElasticsearch::close);
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The platform did not stop within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Below those that the kernel hands out, of which the platform's own stores take some. */
    static int freePort() {
        return ThreadLocalRandom.current()
                .ints(100, 20_000, 32_000)
                .filter(Platform::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
