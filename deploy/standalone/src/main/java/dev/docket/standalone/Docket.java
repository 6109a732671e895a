package dev.docket.standalone;

import dev.docket.command.imports.cli.ImportCommand;
import dev.docket.edge.Node;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/**
 * Starts the whole platform, or runs a command against one.
 *
 * <p>{@code java -jar docket.jar [--docket.data-dir=DIRECTORY] [--server.port=PORT]} starts it;
 * {@code java -jar docket.jar import …} sends a file to a platform that runs.
 */
public final class Docket {

    private static final int PORT = 8080;
    private static final int FAILED = 1;
    private static final String IMPORT = "import";

    private Docket() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(IMPORT)) {
            System.exit(ImportCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        start(arguments);
    }

    private static void start(String[] arguments) {
        Console console = new Console(System.out, System.err);
        SpringApplication application = Node.application(AllSides.class, PORT);
        application.addListeners(new EmbeddedStores(console));
        try {
            console.ready(application.run(arguments));
        } catch (RuntimeException failure) {
            console.refused(failure);
            System.exit(FAILED);
        }
    }
}
