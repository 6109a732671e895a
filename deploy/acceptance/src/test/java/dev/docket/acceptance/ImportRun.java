package dev.docket.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One call of the import command line, in a process of its own, as a user calls it. */
final class ImportRun {

    private static final int LONGEST_MINUTES = 5;

    private final Path file;
    private final Path console;
    private final Process process;

    private ImportRun(Path file, Path console, Process process) {
        this.file = file;
        this.console = console;
        this.process = process;
    }

    static ImportRun of(Platform platform, Path file) {
        try {
            Path console = Files.createTempFile(file.getParent(), "import", ".console");
            List<String> command = new ArrayList<>(Program.unpacked());
            command.addAll(
                    List.of(
                            "import",
                            "--format",
                            "csv",
                            "--mapping",
                            "bpi2013-incidents",
                            "--address",
                            platform.address(),
                            file.toString()));
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(console.toFile());
            builder.environment().put("DOCKET_EMAIL", platform.admin().email());
            builder.environment().put("DOCKET_PASSWORD", platform.admin().password());
            return new ImportRun(file, console, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportRun toItsEnd() {
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The import did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    void stop() {
        process.destroyForcibly();
        toItsEnd();
    }

    int exitStatus() {
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the refused rows are. */
    Path report() {
        return file.resolveSibling(file.getFileName() + ".refused.csv");
    }
}
