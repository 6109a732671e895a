package dev.docket.benchmark.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What became of judged queries.
 *
 * @param searches the names of those that were asked: Docket, a plain {@code multi_match}, and
 *     maybe others
 */
public record Scores(List<String> searches, List<Score> scores) {

    private static final int DOCKET = 0;
    private static final int PLAIN = 1;

    /**
     * What became of one query.
     *
     * @param qualities of the answers, in the order of the searches
     */
    record Score(JudgedQuery query, List<Quality> qualities) {}

    static Scores none() {
        return new Scores(List.of(), List.of());
    }

    /**
     * @param answers of one more search, in the order of the queries
     */
    Scores and(Search search, List<JudgedQuery> queries, List<Quality> answers) {
        List<String> names = new ArrayList<>(searches);
        names.add(search.name());
        List<Score> all =
                IntStream.range(0, queries.size())
                        .mapToObj(place -> {
                            List<Quality> qualities = new ArrayList<>();
                            if (!searches.isEmpty()) {
                                qualities.addAll(scores.get(place).qualities());
                            }
                            qualities.add(answers.get(place));
                            return new Score(queries.get(place), qualities);
                        })
                        .toList();
        return new Scores(names, all);
    }

    /** How well Docket answers one kind, over all languages. */
    Quality docket(Kind kind) {
        return of(kind).mean(DOCKET);
    }

    Quality docket(Kind kind, String language) {
        return of(kind).in(language).mean(DOCKET);
    }

    /** How well a plain {@code multi_match} does. */
    Quality plain(Kind kind) {
        return of(kind).mean(PLAIN);
    }

    private Scores of(Kind kind) {
        return only(query -> query.kind() == kind);
    }

    private Scores in(String language) {
        return only(query -> query.language().equals(language));
    }

    private Scores only(Predicate<JudgedQuery> which) {
        return new Scores(
                searches, scores.stream().filter(score -> which.test(score.query())).toList());
    }

    private Quality mean(int search) {
        return Quality.mean(scores.stream().map(score -> score.qualities().get(search)).toList());
    }

    /** A row for each kind, and one for each of its languages. */
    public String markdown() {
        StringBuilder text = new StringBuilder("\n| kind | language | queries |");
        searches.forEach(name -> text.append(" %s nDCG@10 | MRR | recall@10 |".formatted(name)));
        text.append("\n|---|---|---:|").append("---:|---:|---:|".repeat(searches.size()));
        text.append('\n');
        for (Kind kind : Kind.values()) {
            Scores those = of(kind);
            those.row(text, "**" + kind + "**", "all");
            those.scores().stream()
                    .map(score -> score.query().language())
                    .distinct()
                    .forEach(language -> those.in(language).row(text, "", language));
        }
        return text.toString();
    }

    private void row(StringBuilder text, String kind, String language) {
        text.append(String.format(Locale.ROOT, "| %s | %s | %,d |", kind, language, scores.size()));
        for (int search = 0; search < searches.size(); search++) {
            Quality quality = mean(search);
            text.append(
                    String.format(
                            Locale.ROOT,
                            " %.3f | %.3f | %.3f |",
                            quality.ndcg(),
                            quality.mrr(),
                            quality.recall()));
        }
        text.append('\n');
    }

    /**
     * The queries that no first place of Docket answers, between tabs: kind, language, query, the
     * MRR of each search, and what would have answered.
     */
    public List<String> missed() {
        return scores.stream()
                .filter(score -> score.qualities().get(DOCKET).mrr() < 1)
                .map(score ->
                        String.join(
                                "\t",
                                score.query().kind().toString(),
                                score.query().language(),
                                score.query().text(),
                                score.qualities().stream()
                                        .map(quality ->
                                                String.format(Locale.ROOT, "%.2f", quality.mrr()))
                                        .collect(Collectors.joining("\t")),
                                score.query().relevant().toString()))
                .toList();
    }
}
