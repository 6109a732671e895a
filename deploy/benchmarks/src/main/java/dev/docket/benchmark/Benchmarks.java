package dev.docket.benchmark;

import dev.docket.benchmark.command.CommandBenchmark;
import dev.docket.benchmark.http.HttpBenchmark;
import dev.docket.benchmark.measuring.Report;
import dev.docket.benchmark.quality.similar.SimilarBenchmark;
import dev.docket.benchmark.view.LagBenchmark;
import dev.docket.benchmark.view.RebuildBenchmark;
import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.embedded.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Docket beside its stock counterparts, all in one run on one machine. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures Docket beside its stock counterparts and prints the tables.")
public final class Benchmarks implements Callable<Integer> {

    private static final int ELASTICSEARCH_HEAP = 2048;

    /** Two JVMs warm up on the same two cores, Tomcat's and Elasticsearch's: it takes a minute. */
    private static final int HTTP_WARM_UPS = 4;

    enum Part {
        COMMANDS,
        REBUILD,
        LAG,
        HTTP,
        SIMILAR
    }

    @Option(
            names = "--only",
            split = ",",
            description = "Which parts: ${COMPLETION-CANDIDATES}; all if not said")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--subject",
            description = "Of the commands, only subjects whose name contains this")
    private String subject = "";

    @Option(names = "--seconds", description = "How long each load lasts (${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(names = "--rebuilt", description = "Tickets of the rebuild (${DEFAULT-VALUE})")
    private int rebuilt = 200_000;

    @Option(
            names = "--tickets",
            split = ",",
            description = "Among how many tickets HTTP is measured (${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of(100_000, 1_000_000);

    @Option(names = "--seed", description = "Of the histories (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--classified",
            description = "CSV in gzip of tickets with their classes (${DEFAULT-VALUE})")
    private Path classified = Path.of("..", "shared", "data", "it_tickets.csv.gz");

    @Option(
            names = "--judged",
            description = "Of how many tickets the neighbours are judged (${DEFAULT-VALUE})")
    private int judged = 2_000;

    @Option(names = "--axon-server", description = "HOST:PORT of an Axon Server to compare with")
    private @Nullable String axonServer;

    @Option(names = "--directory", description = "Where the stores are (${DEFAULT-VALUE})")
    private Path directory = Path.of("target", "benchmarks");

    @Option(names = "--json", description = "Where the figures go as JSON (${DEFAULT-VALUE})")
    private Path json = Path.of("target", "benchmarks.json");

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Benchmarks())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Report report = new Report(System.out);
        Path logs = directory.resolve("logs");
        try (EmbeddedPostgresServer postgres =
                EmbeddedPostgresServer.start(directory.resolve("postgresql"), logs)) {
            Databases databases = new Databases(postgres);
            if (parts.contains(Part.COMMANDS)) {
                new CommandBenchmark(databases, report, subject, warmUp(), duration())
                        .run(axonServer);
            }
            if (parts.contains(Part.REBUILD)) {
                new RebuildBenchmark(databases, report, rebuilt, seed).run();
            }
            if (parts.contains(Part.LAG)) {
                new LagBenchmark(databases, report, warmUp(), duration()).run();
            }
            if (parts.contains(Part.HTTP)) {
                http(databases, report, logs);
            }
            if (parts.contains(Part.SIMILAR)) {
                similar(databases, report, logs);
            }
        }
        report.say(report.markdown());
        report.writeJson(json);
        report.say("As JSON: " + json);
        return 0;
    }

    private void http(Databases databases, Report report, Path logs) throws InterruptedException {
        try (EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(
                        directory.resolve("elasticsearch"), logs, ELASTICSEARCH_HEAP)) {
            new HttpBenchmark(
                            databases,
                            elasticsearch.address(),
                            report,
                            warmUp().multipliedBy(HTTP_WARM_UPS),
                            duration(),
                            seed)
                    .run(sizes);
        }
    }

    private void similar(Databases databases, Report report, Path logs)
            throws InterruptedException {
        try (EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(
                        directory.resolve("elasticsearch"), logs, ELASTICSEARCH_HEAP)) {
            new SimilarBenchmark(
                            databases,
                            elasticsearch.address(),
                            report,
                            warmUp(),
                            duration(),
                            judged,
                            seed)
                    .run(classified);
        }
    }

    private Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    /** Until the JIT compiler has come to rest, which takes some ten seconds under load. */
    private Duration warmUp() {
        return duration();
    }
}
