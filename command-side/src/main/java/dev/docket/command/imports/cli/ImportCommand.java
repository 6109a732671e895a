package dev.docket.command.imports.cli;

import dev.docket.command.imports.ShippedMappings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import}: turns the rows of a file into commands of a running platform. It ends with 0 when
 * every row was imported, 1 when rows were refused, 2 when the call was wrong and 3 when it was
 * interrupted; the same call goes on where an interrupted one stopped.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Brings the history of another system in: each row becomes commands at its original"
                    + " time.",
            "Called again with the same file and mapping, it goes on where it stopped."
        })
public final class ImportCommand implements Callable<Integer> {

    static final int ALL_IMPORTED = 0;
    static final int SOME_REFUSED = 1;
    static final int INTERRUPTED = 3;

    @Option(
            names = "--format",
            defaultValue = "csv",
            description =
                    "The file's format: csv (a header line, RFC 4180) or jsonl (a JSON object a"
                            + " line).")
    private Format format = Format.CSV;

    @Option(
            names = "--mapping",
            required = true,
            description =
                    "What the columns mean: a JSON file, or the name of a mapping that comes with"
                            + " Docket (bpi2013-incidents, it-tickets, tldr).")
    private String mapping = "";

    @Option(
            names = "--address",
            defaultValue = "http://localhost:8080",
            description = "Where the command side listens (default: ${DEFAULT-VALUE}).")
    private URI address = URI.create("http://localhost:8080");

    @Option(
            names = "--email",
            defaultValue = "${env:DOCKET_EMAIL}",
            description = "Who signs in: a lead or an admin (default: $DOCKET_EMAIL).")
    private @Nullable String email;

    @Option(
            names = "--password",
            defaultValue = "${env:DOCKET_PASSWORD}",
            description =
                    "Their password (default: $$DOCKET_PASSWORD, which no process list shows).")
    private @Nullable String password;

    @Option(
            names = "--report",
            description = "Where refused rows are written (default: FILE.refused.csv).")
    private @Nullable Path report;

    @Parameters(paramLabel = "FILE", description = "The file; one that ends in .gz is unpacked.")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    enum Format {
        CSV,
        JSONL
    }

    /** Runs the command line and returns the exit status. */
    public static int run(String... arguments) {
        return new CommandLine(new ImportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        require(Files.isReadable(file), "There is no readable file " + file);
        String user = given(email, "Say who signs in: --email or DOCKET_EMAIL");
        String secret = given(password, "Give the password: --password or DOCKET_PASSWORD");
        String document =
                given(
                        document(),
                        "There is neither a readable file nor a shipped mapping called '%s'; those"
                                        .formatted(mapping)
                                + " that come with Docket are "
                                + String.join(", ", ShippedMappings.NAMES));
        DataFile data =
                switch (format) {
                    case CSV -> CsvFile.of(file);
                    case JSONL -> JsonLinesFile.of(file, Originals.of(document));
                };
        try (Remote remote = Remote.signIn(address, user, secret)) {
            Transfer transfer = new Transfer(remote, data, new ProgressBar(out), reportFile());
            Transfer.Result result = transfer.run(format.name().toLowerCase(Locale.ROOT), document);
            out.printf(
                    "%,d of %,d rows imported, %,d refused.%n",
                    result.imported(), data.rows(), result.refused());
            if (result.refused() > 0) {
                out.printf("Refused rows and their reasons: %s%n", reportFile());
            }
            out.flush();
            return result.refused() == 0 ? ALL_IMPORTED : SOME_REFUSED;
        } catch (RemoteException e) {
            err.printf("%n%s%n", e.getMessage());
            err.println(
                    "What was imported stays; the same command goes on where this one stopped.");
            return INTERRUPTED;
        }
    }

    /** A file of that name, or what comes with Docket; null if there is neither. */
    private @Nullable String document() throws IOException {
        Path named = Path.of(mapping);
        return Files.isReadable(named)
                ? Files.readString(named)
                : ShippedMappings.named(mapping).orElse(null);
    }

    private Path reportFile() {
        return report == null ? file.resolveSibling(file.getFileName() + ".refused.csv") : report;
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private String given(@Nullable String value, String message) {
        if (value == null || value.isBlank()) {
            throw new ParameterException(spec.commandLine(), message);
        }
        return value;
    }
}
