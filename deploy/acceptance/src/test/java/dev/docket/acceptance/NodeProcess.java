package dev.docket.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One side of the platform as an executable jar in a process of its own. */
final class NodeProcess implements AutoCloseable {

    private static final Duration START_LONGEST = Duration.ofMinutes(4);

    /** Several nodes run at once, perhaps on a small machine. */
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", Program.QUICK_START);

    private final Path console;
    private final int port;
    private final Process process;

    private NodeProcess(Path console, int port, Process process) {
        this.console = console;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a node, which is not ready yet.
     *
     * @param module the directory of the side, for instance {@code query-side}
     * @param directory for what it prints
     */
    static NodeProcess launch(String module, int port, Path directory, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Program.JAVA);
        command.addAll(JVM);
        command.addAll(List.of("-jar", jar(module).toString(), "--server.port=" + port));
        command.addAll(settings);
        try {
            Path console = Files.createTempFile(directory, module, ".console");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(console.toFile())
                            .start();
            return new NodeProcess(console, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(String module) {
        Path target = Path.of("../..", module, "target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-node.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(target + " has no node: build " + module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NodeProcess ready() {
        Api api = new Api(address());
        Await.until(
                "the node is ready",
                START_LONGEST,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The node ended:\n" + console());
                    }
                    return api.isReady();
                });
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    String console() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would; a node holds nothing that could be lost. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
