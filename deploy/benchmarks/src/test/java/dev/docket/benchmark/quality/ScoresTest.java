package dev.docket.benchmark.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.knowledge.ArticleId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScoresTest {

    private static final JudgedQuery FOUND = query(Kind.CLEAN, "en", 1);
    private static final JudgedQuery MISSED = query(Kind.CLEAN, "de", 2);
    private static final List<JudgedQuery> QUERIES = List.of(FOUND, MISSED);

    private static ArticleId article(int number) {
        return new ArticleId(new UUID(0, number));
    }

    private static JudgedQuery query(Kind kind, String language, int article) {
        return new JudgedQuery(kind, language, "find it", Set.of(article(article)));
    }

    /** A search that always finds the same. */
    private record Always(String name, List<ArticleId> found) implements Search {

        @Override
        public List<ArticleId> find(JudgedQuery query) {
            return found;
        }
    }

    private static Scores asked(Scores others, String name, int... found) {
        Always search =
                new Always(name, Arrays.stream(found).mapToObj(ScoresTest::article).toList());
        return others.and(
                search,
                QUERIES,
                QUERIES.stream()
                        .map(query -> Quality.of(search.find(query), query.relevant()))
                        .toList());
    }

    @Test
    void searches_stand_beside_one_another_in_one_table() {
        Scores scores = asked(asked(asked(Scores.none(), "Docket", 1), "plain", 3), "other", 2, 1);

        assertThat(scores.markdown().lines())
                .containsSubsequence(
                        "| kind | language | queries | Docket nDCG@10 | MRR | recall@10 |"
                                + " plain nDCG@10 | MRR | recall@10 |"
                                + " other nDCG@10 | MRR | recall@10 |",
                        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
                        "| **clean** | all | 2 | 0.500 | 0.500 | 0.500 | 0.000 | 0.000 | 0.000 |"
                                + " 0.815 | 0.750 | 1.000 |",
                        "|  | en | 1 | 1.000 | 1.000 | 1.000 | 0.000 | 0.000 | 0.000 |"
                                + " 0.631 | 0.500 | 1.000 |");
        assertThat(scores.docket(Kind.CLEAN).mrr()).isEqualTo(0.5);
        assertThat(scores.plain(Kind.CLEAN).mrr()).isZero();
    }

    @Test
    void what_docket_does_not_answer_first_is_told_with_what_others_do() {
        Scores scores = asked(asked(Scores.none(), "Docket", 1), "other", 1, 2);

        assertThat(scores.missed())
                .containsExactly("clean\tde\tfind it\t0.00\t0.50\t" + MISSED.relevant());
    }
}
