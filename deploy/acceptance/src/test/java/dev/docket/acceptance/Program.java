package dev.docket.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line of a platform, to which arguments are added. */
final class Program {

    /** The tests start it often and use it briefly: the thorough compiler would not pay. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path UNPACKED = Path.of("target", "docket").toAbsolutePath();

    private Program() {}

    /** As users run it. */
    static List<String> packaged() {
        return List.of(JAVA, QUICK_START, "-jar", jar().toString());
    }

    /**
     * The same unpacked, with a cache of its classes, which takes less than half of the work to
     * start: for tests that start it again and again.
     */
    static List<String> unpacked() {
        return Prepared.COMMAND;
    }

    private static Path jar() {
        Path jar = Path.of("../standalone/target/docket.jar").toAbsolutePath().normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build deploy/standalone first");
        }
        return jar;
    }

    /** Made once, by whoever needs it first. */
    private static final class Prepared {

        private static final List<String> COMMAND = prepare();

        private static List<String> prepare() {
            Path unpacked = UNPACKED.resolve("docket.jar");
            Path cache = UNPACKED.resolve("docket.aot");
            run(
                    List.of(
                            JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            jar().toString(),
                            "extract",
                            "--force",
                            "--destination",
                            UNPACKED.toString()));
            run(
                    List.of(
                            JAVA,
                            QUICK_START,
                            "-XX:AOTCacheOutput=" + cache,
                            "-Dspring.context.exit=onRefresh",
                            "-jar",
                            unpacked.toString(),
                            "--docket.data-dir=" + RunningPlatform.newDataDirectory(),
                            // Nobody is there, and nobody is asked: it ends when all is in place.
                            "--docket.elasticsearch.url=http://127.0.0.1:9"));
            return List.of(JAVA, QUICK_START, "-XX:AOTCache=" + cache, "-jar", unpacked.toString());
        }

        private static void run(List<String> command) {
            try {
                Path said = Files.createTempFile(Path.of("target"), "preparing", ".console");
                int status =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(said.toFile())
                                .start()
                                .waitFor();
                if (status != 0) {
                    throw new IllegalStateException(
                            "%s ended with %d:%n%s"
                                    .formatted(command, status, Files.readString(said)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
