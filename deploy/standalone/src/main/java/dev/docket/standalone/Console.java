package dev.docket.standalone;

import dev.docket.command.people.FirstStart;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The few lines that whoever starts Docket reads; everything else is in the log file. */
final class Console {

    private final PrintStream out;
    private final PrintStream errors;
    private String logFile = "";

    Console(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    void starting(Path directory, Path log) {
        logFile = "; the whole story is in " + log;
        out.println("Docket starts; its data are in " + directory);
    }

    void started(String server, String where) {
        out.printf("  %-14s %s%n", server, where);
    }

    /** The last words of a start, and the first sign-in if it was the first one. */
    void ready(ConfigurableApplicationContext context) {
        String port = context.getEnvironment().getProperty("local.server.port");
        started("Docket", "http://localhost:" + port);
        started("Log file", context.getEnvironment().getProperty("logging.file.name", "none"));
        context.getBean(FirstStart.class)
                .run()
                .ifPresent(signIn -> {
                    out.println();
                    out.println(signIn);
                    out.println();
                });
        out.println("Docket is ready. Ctrl-C stops it.");
    }

    void stopping(String what) {
        out.println("Stopping " + what);
    }

    void stopped() {
        out.println("Docket has stopped");
    }

    /** Why Docket did not start, in a sentence where we know one. */
    void refused(RuntimeException failure) {
        errors.println(RefusedStart.sentence(failure).orElseGet(() -> unexplained(failure)));
    }

    private String unexplained(RuntimeException failure) {
        return "Docket did not start: "
                + NestedExceptionUtils.getMostSpecificCause(failure)
                + logFile;
    }
}
