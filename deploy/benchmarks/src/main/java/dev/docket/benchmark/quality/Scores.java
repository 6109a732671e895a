package dev.docket.benchmark.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What became of judged queries. */
public record Scores(List<Score> scores) {

    /** What became of one query. */
    record Score(JudgedQuery query, Quality docket, Quality plain) {

        static Score of(JudgedQuery query, Search docket, Search plain) {
            return new Score(
                    query,
                    Quality.of(docket.find(query), query.relevant()),
                    Quality.of(plain.find(query), query.relevant()));
        }
    }

    /** How well Docket answers one kind, over all languages. */
    Quality docket(Kind kind) {
        return of(kind).mean(Score::docket);
    }

    Quality docket(Kind kind, String language) {
        return of(kind).in(language).mean(Score::docket);
    }

    /** How well a plain {@code multi_match} does. */
    Quality plain(Kind kind) {
        return of(kind).mean(Score::plain);
    }

    private Scores of(Kind kind) {
        return only(query -> query.kind() == kind);
    }

    private Scores in(String language) {
        return only(query -> query.language().equals(language));
    }

    private Scores only(Predicate<JudgedQuery> which) {
        return new Scores(scores.stream().filter(score -> which.test(score.query())).toList());
    }

    private Quality mean(Function<Score, Quality> whose) {
        return Quality.mean(scores.stream().map(whose).toList());
    }

    /** A row for each kind, and one for each of its languages. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("\n| kind | language | queries | nDCG@10 | MRR | recall@10");
        text.append(" | `multi_match` nDCG@10 | MRR | recall@10 |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
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
        Quality docket = mean(Score::docket);
        Quality plain = mean(Score::plain);
        text.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %s | %,d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                        kind,
                        language,
                        scores.size(),
                        docket.ndcg(),
                        docket.mrr(),
                        docket.recall(),
                        plain.ndcg(),
                        plain.mrr(),
                        plain.recall()));
    }

    /** The queries that no first place answers, between tabs: kind, language, query, MRR. */
    public List<String> missed() {
        return scores.stream()
                .filter(score -> score.docket().mrr() < 1)
                .map(score ->
                        String.format(
                                Locale.ROOT,
                                "%s\t%s\t%s\t%.2f\t%.2f\t%s",
                                score.query().kind(),
                                score.query().language(),
                                score.query().text(),
                                score.docket().mrr(),
                                score.plain().mrr(),
                                score.query().relevant()))
                .toList();
    }
}
