package dev.docket.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short-lived programs of the operating system. */
final class Programs {

    private Programs() {}

    /** Whether the machine has this program and it succeeds. */
    static boolean works(List<String> command) {
        try {
            return run(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD))
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Runs a program whose output goes to a file, and fails if it does. */
    static void require(List<String> command, Path directory, Path output) {
        try {
            int exit =
                    run(
                            new ProcessBuilder(command)
                                    .directory(directory.toFile())
                                    .redirectErrorStream(true)
                                    .redirectOutput(output.toFile()));
            if (exit != 0) {
                throw new ServerFailed(command + " ended with " + exit + "; " + LogTail.of(output));
            }
        } catch (IOException e) {
            throw new ServerFailed("Cannot run " + command, e);
        }
    }

    private static int run(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new ServerFailed(builder.command() + " did not end within 2 minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailed("Interrupted while running " + builder.command(), e);
        }
    }
}
