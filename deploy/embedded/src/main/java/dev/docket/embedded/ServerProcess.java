package dev.docket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server that lives no longer than this JVM.
 *
 * <p>It runs in a session of its own, so that a Ctrl-C on the terminal reaches only us and the
 * servers end in our order. If we are killed, the kernel tells it to stop; what survives even that
 * is found by its pid file and stopped at the next start.
 */
final class ServerProcess implements AutoCloseable {

    /** What is killed after it loses nothing: both servers write ahead, and recover. */
    private static final Duration STOP = Duration.ofMillis(4500);

    /**
     * What to run.
     *
     * @param name how messages and the pid file call it
     * @param stopSignal the signal that makes it stop in order, for instance {@code TERM}
     */
    record Launch(
            String name,
            String stopSignal,
            Path directory,
            Path output,
            List<String> command,
            Map<String, String> environment) {}

    private final Launch launch;
    private final Process process;

    private ServerProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    static ServerProcess start(Launch launch) {
        PidFile pidFile = new PidFile(pidFile(launch.directory(), launch.name()));
        ProcessBuilder builder =
                new ProcessBuilder(Unprivileged.way().wrap(bound(launch)))
                        .directory(launch.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(launch.output().toFile());
        builder.environment().putAll(launch.environment());
        Process process = startOnItsOwnThread(builder, launch.name());
        pidFile.write(process.toHandle());
        return new ServerProcess(launch, process);
    }

    /** Stops what an earlier, killed JVM left behind in this directory. */
    static void stopOrphan(Path directory, String name, String stopSignal) {
        new PidFile(pidFile(directory, name))
                .running()
                .ifPresent(orphan -> {
                    List<ProcessHandle> family = family(orphan);
                    signal(orphan, stopSignal);
                    end(family, name);
                });
    }

    /** Waits until the server answers; fails when it ends before, or when the time is over. */
    void await(BooleanSupplier ready, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new ServerFailed(
                            launch.name() + " ended at its start; " + LogTail.of(launch.output()));
                }
                if (System.nanoTime() > end) {
                    close();
                    throw new ServerFailed(
                            "%s did not answer within %d s; %s"
                                    .formatted(
                                            launch.name(),
                                            bound.toSeconds(),
                                            LogTail.of(launch.output())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new ServerFailed("Interrupted while " + launch.name() + " started", e);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        List<ProcessHandle> family = family(process.toHandle());
        signal(process.toHandle(), launch.stopSignal());
        end(family, launch.name());
        try {
            Files.deleteIfExists(pidFile(launch.directory(), launch.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel signals a child when the thread that started it ends: so that thread stays. */
    private static Process startOnItsOwnThread(ProcessBuilder builder, String name) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name(name + "-parent")
                .start(() -> {
                    try {
                        Process process = builder.start();
                        started.complete(process);
                        process.waitFor();
                    } catch (IOException | InterruptedException e) {
                        started.completeExceptionally(e);
                    }
                });
        return started.join();
    }

    private static List<String> bound(Launch launch) {
        List<String> command = new ArrayList<>();
        if (Machine.HAS_SETSID) {
            command.add("setsid");
        }
        if (Machine.HAS_DEATH_SIGNAL) {
            command.addAll(List.of("setpriv", "--pdeathsig", launch.stopSignal()));
        }
        command.addAll(launch.command());
        return command;
    }

    private static List<ProcessHandle> family(ProcessHandle parent) {
        List<ProcessHandle> family = new ArrayList<>();
        family.add(parent);
        parent.descendants().forEach(family::add);
        return family;
    }

    private static void signal(ProcessHandle process, String signal) {
        if (process.isAlive()) {
            boolean sent =
                    Programs.works(List.of("sh", "-c", "kill -s " + signal + " " + process.pid()));
            if (!sent) {
                process.destroy();
            }
        }
    }

    private static void end(List<ProcessHandle> family, String name) {
        long end = System.nanoTime() + STOP.toNanos();
        for (ProcessHandle member : family) {
            try {
                member.onExit().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (java.util.concurrent.TimeoutException late) {
                member.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerFailed("Interrupted while " + name + " stopped", e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new ServerFailed("Cannot wait for " + name, e);
            }
        }
    }

    private static Path pidFile(Path directory, String name) {
        return directory.resolve(name + ".pid");
    }

    private static final class Machine {
        static final boolean HAS_SETSID = Programs.works(List.of("setsid", "true"));
        static final boolean HAS_DEATH_SIGNAL =
                Programs.works(List.of("setpriv", "--pdeathsig", "TERM", "true"));
    }
}
