package dev.docket.benchmark.quality;

import dev.docket.benchmark.article.KnowledgeBase;
import dev.docket.benchmark.article.Page;
import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Platform;
import dev.docket.benchmark.quality.Scores.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Asks judged queries of Docket and of Elasticsearch as it comes, among the same pages. */
public final class QualityBenchmark {

    /** In which queries are made: four that are written in Latin letters, and two that are not. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ru", "ja");

    private static final int CALLERS = 2;

    private final Bench bench;
    private final List<Page> pages;

    public QualityBenchmark(Bench bench, List<Page> pages) {
        this.bench = bench;
        this.pages = pages;
    }

    /**
     * @param ofEachKind so many queries of each kind are made in each language
     */
    public Scores run(int ofEachKind) throws InterruptedException {
        JudgedQueries judged = new JudgedQueries(pages, bench.seed());
        List<JudgedQuery> queries =
                Stream.concat(
                                LANGUAGES.stream()
                                        .flatMap(lang -> judged.of(lang, ofEachKind).stream()),
                                judged.byHand().stream())
                        .toList();
        bench.report()
                .say(
                        "Quality among %,d articles, %,d queries"
                                .formatted(pages.size(), queries.size()));
        try (Platform platform = bench.platform(this::fill);
                PlainSearch plain = new PlainSearch(bench.elasticsearch(), pages)) {
            return ask(queries, new DocketSearch(platform.agent()), plain);
        }
    }

    private void fill(BulkLog log) {
        KnowledgeBase.fill(log, pages, Platform.AGENT);
        KnowledgeBase.fill(log, Synonyms.all(), Platform.TENANT);
    }

    private static Scores ask(List<JudgedQuery> queries, Search docket, Search plain)
            throws InterruptedException {
        List<Callable<Score>> questions =
                queries.stream()
                        .<Callable<Score>>map(query -> () -> Score.of(query, docket, plain))
                        .toList();
        List<Score> scores = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<Score> score : callers.invokeAll(questions)) {
                scores.add(score.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A query was not answered", failed.getCause());
        }
        return new Scores(scores);
    }
}
