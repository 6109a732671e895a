package dev.docket.benchmark;

import dev.docket.benchmark.article.Pages;
import dev.docket.benchmark.command.CommandBenchmark;
import dev.docket.benchmark.console.ConsoleBenchmark;
import dev.docket.benchmark.http.HttpBenchmark;
import dev.docket.benchmark.knowledge.KnowledgeBenchmark;
import dev.docket.benchmark.live.LiveBenchmark;
import dev.docket.benchmark.measuring.Report;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.VectorEndpoint;
import dev.docket.benchmark.quality.QualityBenchmark;
import dev.docket.benchmark.quality.Scores;
import dev.docket.benchmark.quality.similar.SimilarBenchmark;
import dev.docket.benchmark.view.LagBenchmark;
import dev.docket.benchmark.view.RebuildBenchmark;
import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.embedded.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Docket beside its stock counterparts, all in one run on one machine. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures Docket beside its stock counterparts and prints the tables.")
public final class Benchmarks implements Callable<Integer> {

    private static final int ELASTICSEARCH_HEAP = 2048;

    enum Part {
        COMMANDS,
        REBUILD,
        LAG,
        HTTP,
        KNOWLEDGE,
        QUALITY,
        SIMILAR,
        LIVE,
        CONSOLE;

        /** Whether it needs the search index. */
        boolean searches() {
            return this == HTTP
                    || this == KNOWLEDGE
                    || this == QUALITY
                    || this == SIMILAR
                    || this == LIVE
                    || this == CONSOLE;
        }
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
            description = "Among how many tickets requests are measured (${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of(100_000, 1_000_000);

    @Option(
            names = "--connections",
            split = ",",
            description =
                    "With how many live connections deliveries are measured (${DEFAULT-VALUE})")
    private List<Integer> connections = List.of(500, 2_000, 10_000);

    @Option(
            names = "--articles",
            description =
                    "A file of tldr-pages, a line of JSON each, gzip; the sample that comes with"
                            + " this program if not said")
    private @Nullable Path pages;

    @Option(
            names = "--queries",
            description = "Judged queries of each kind in each language (${DEFAULT-VALUE})")
    private int ofEachKind = 200;

    @ArgGroup(exclusive = false)
    private @Nullable Vectors vectors;

    /** All of them, or none. */
    static final class Vectors {

        @Option(
                names = "--embeddings",
                required = true,
                description =
                        "The address of an embedding endpoint: the quality of search by meaning is"
                                + " judged beside that of words alone")
        private URI url = URI.create("");

        @Option(names = "--model", required = true, description = "The endpoint's model")
        private String model = "";

        @Option(
                names = "--dimensions",
                required = true,
                description = "How many numbers the model's vectors have")
        private int dimensions;

        VectorEndpoint endpoint() {
            return new VectorEndpoint(url, model, dimensions);
        }
    }

    @Option(names = "--seed", description = "Of all that is drawn (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--classified",
            description = "CSV in gzip of tickets with their classes (${DEFAULT-VALUE})")
    private Path classified = Path.of("..", "shared", "data", "it_tickets.csv.gz");

    @Option(
            names = "--judged",
            description = "Of how many tickets the neighbours are judged (${DEFAULT-VALUE})")
    private int judged = 2_000;

    @Option(
            names = "--chromium",
            description = "The browser in which the console is measured (${DEFAULT-VALUE})")
    private Path chromium = Path.of("/usr/bin/chromium");

    @Option(
            names = "--loads",
            description = "How often a page is loaded cold, and warm (${DEFAULT-VALUE})")
    private int loads = 30;

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
            if (parts.stream().anyMatch(Part::searches)) {
                searches(databases, report, logs);
            }
        }
        report.say(report.markdown());
        report.writeJson(json);
        report.say("As JSON: " + json);
        return 0;
    }

    private void searches(Databases databases, Report report, Path logs)
            throws InterruptedException {
        try (EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(
                        directory.resolve("elasticsearch"), logs, ELASTICSEARCH_HEAP)) {
            Bench bench = new Bench(databases, elasticsearch.address(), report, duration(), seed);
            if (parts.contains(Part.HTTP)) {
                new HttpBenchmark(bench).run(sizes);
            }
            if (parts.contains(Part.KNOWLEDGE)) {
                new KnowledgeBenchmark(bench, Pages.of(pages)).run(sizes);
            }
            if (parts.contains(Part.LIVE)) {
                new LiveBenchmark(bench).run(connections);
            }
            if (parts.contains(Part.CONSOLE)) {
                new ConsoleBenchmark(bench, chromium, loads).run(sizes);
            }
            if (parts.contains(Part.QUALITY)) {
                quality(bench);
            }
            if (parts.contains(Part.SIMILAR)) {
                new SimilarBenchmark(bench, judged).run(classified);
            }
        }
    }

    private void quality(Bench bench) throws InterruptedException {
        VectorEndpoint endpoint = vectors == null ? null : vectors.endpoint();
        Scores scores = new QualityBenchmark(bench, Pages.of(pages), endpoint).run(ofEachKind);
        bench.report().say(scores.markdown());
        Path missed = directory.resolve("missed.tsv");
        try {
            Files.write(missed, scores.missed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bench.report().say("Queries whose answer is not the first: " + missed);
    }

    private Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    /** Until the JIT compiler has come to rest, which takes some ten seconds under load. */
    private Duration warmUp() {
        return duration();
    }
}
