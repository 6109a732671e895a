package dev.docket.benchmark.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.benchmark.Databases;
import dev.docket.benchmark.article.Pages;
import dev.docket.benchmark.measuring.Report;
import dev.docket.benchmark.platform.Bench;
import dev.docket.embedded.EmbeddedPostgresServer;
import dev.docket.embedded.SharedElasticsearch;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample's judged queries are answered as well as ever: each floor is a little below what is
 * reached. Whoever reaches more raises them.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleQualityIT {

    private static final int OF_EACH_KIND = 50;
    private static final Path DIRECTORY = Path.of("target", "quality");

    private static Scores scores = new Scores(java.util.List.of());

    @BeforeAll
    static void ask() throws InterruptedException {
        Report report = new Report(System.out);
        try (EmbeddedPostgresServer postgres =
                EmbeddedPostgresServer.start(
                        DIRECTORY.resolve("postgresql"), DIRECTORY.resolve("logs"))) {
            Bench bench =
                    new Bench(
                            new Databases(postgres),
                            SharedElasticsearch.address(),
                            report,
                            Duration.ZERO,
                            1);
            scores = new QualityBenchmark(bench, Pages.sample()).run(OF_EACH_KIND);
        }
        report.say(scores.markdown());
    }

    @ParameterizedTest
    @CsvSource({
        "CLEAN, 0.75, 0.75, 0.75",
    })
    void each_kind_is_found(Kind kind, double ndcg, double mrr, double recall) {
        Quality reached = scores.docket(kind);

        assertThat(reached.ndcg()).as("nDCG@10").isGreaterThanOrEqualTo(ndcg);
        assertThat(reached.mrr()).as("MRR").isGreaterThanOrEqualTo(mrr);
        assertThat(reached.recall()).as("recall@10").isGreaterThanOrEqualTo(recall);
    }

    @Test
    void misspelt_words_are_found_better_than_by_a_plain_multi_match() {
        assertThat(scores.docket(Kind.TYPOS).mrr()).isGreaterThan(scores.plain(Kind.TYPOS).mrr());
    }
}
