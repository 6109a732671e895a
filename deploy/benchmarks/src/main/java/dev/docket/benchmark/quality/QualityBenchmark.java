package dev.docket.benchmark.quality;

import dev.docket.benchmark.article.KnowledgeBase;
import dev.docket.benchmark.article.Page;
import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Platform;
import dev.docket.benchmark.platform.VectorEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks judged queries of Docket and of Elasticsearch as it comes, among the same pages. */
public final class QualityBenchmark {

    /** In which queries are made: four that are written in Latin letters, and two that are not. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ru", "ja");

    private static final int CALLERS = 2;

    private final Bench bench;
    private final List<Page> pages;
    private final @Nullable VectorEndpoint vectors;

    /**
     * @param vectors makes vectors, if search by meaning is to be judged as well
     */
    public QualityBenchmark(Bench bench, List<Page> pages, @Nullable VectorEndpoint vectors) {
        this.bench = bench;
        this.pages = pages;
        this.vectors = vectors;
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
        Scores scores = Scores.none();
        try (Platform platform = bench.platform(this::fill);
                PlainSearch plain = new PlainSearch(bench.elasticsearch(), pages)) {
            scores = ask(queries, new DocketSearch("Docket", platform.agent()), scores);
            scores = ask(queries, plain, scores);
        }
        return vectors == null ? scores : byMeaning(queries, vectors, scores);
    }

    private Scores byMeaning(List<JudgedQuery> queries, VectorEndpoint endpoint, Scores others)
            throws InterruptedException {
        try (Platform platform = bench.platform(this::fill, endpoint)) {
            String name = "by meaning too (`%s`)".formatted(endpoint.model());
            Scores scores = ask(queries, new DocketSearch(name, platform.agent()), others);
            bench.report()
                    .say(
                            "  by words alone, for want of a vector: %,d"
                                    .formatted(platform.countWithoutVector()));
            return scores;
        }
    }

    private void fill(BulkLog log) {
        KnowledgeBase.fill(log, pages, Platform.AGENT);
        KnowledgeBase.fill(log, Synonyms.all(), Platform.TENANT);
    }

    private static Scores ask(List<JudgedQuery> queries, Search search, Scores others)
            throws InterruptedException {
        List<Callable<Quality>> questions =
                queries.stream()
                        .<Callable<Quality>>map(
                                query -> () -> Quality.of(search.find(query), query.relevant()))
                        .toList();
        List<Quality> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<Quality> answer : callers.invokeAll(questions)) {
                answers.add(answer.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A query was not answered", failed.getCause());
        }
        return others.and(search, queries, answers);
    }
}
