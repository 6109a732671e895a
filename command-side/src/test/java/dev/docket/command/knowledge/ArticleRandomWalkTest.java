package dev.docket.command.knowledge;

import static dev.docket.command.knowledge.ArticleExamples.ANN;
import static dev.docket.command.knowledge.ArticleExamples.ARTICLE;
import static dev.docket.command.knowledge.ArticleExamples.BASE;
import static dev.docket.command.knowledge.ArticleExamples.DEMANDING;
import static dev.docket.command.knowledge.ArticleExamples.LEA;
import static dev.docket.command.knowledge.ArticleExamples.MIDNIGHT;
import static dev.docket.command.knowledge.ArticleExamples.NOON;
import static dev.docket.command.knowledge.ArticleExamples.RITA;
import static dev.docket.command.knowledge.ArticleExamples.SOMEBODY_ELSEWHERE;
import static dev.docket.command.knowledge.ArticleExamples.after;
import static dev.docket.command.knowledge.ArticleExamples.content;
import static dev.docket.command.knowledge.ArticleExamples.drafted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.Specification;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.knowledge.ArticleAnswer.Stage;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.Facts;
import dev.docket.event.knowledge.ArticleEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An article is wished at random things, and after each wish the rules, the events and a model that
 * knows neither agree. The seed is the name of the test: it repeats the walk.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleRandomWalkTest {

    private static final int STEPS = 400;
    private static final List<Actor> ACTORS =
            List.of(ANN, LEA, ANN, LEA, ANN, LEA, SOMEBODY_ELSEWHERE, RITA);
    private static final List<String> TITLES = List.of("VPN", "The VPN", "Network", "");

    private enum Verdict {
        REFUSED,
        NOTHING,
        CHANGED
    }

    /** What the article is expected to be: titles alone tell the revisions apart. */
    private static final class Model {
        private final List<String> titles = new ArrayList<>(List.of("VPN"));
        private Actor writer = ANN;
        private Stage review = Stage.DRAFT;
        private int shown;
        private int dated;
        private boolean datedWasApproved;
        private boolean archived;
        private boolean featured;

        int newest() {
            return titles.size();
        }

        Stage stage() {
            if (archived) {
                return Stage.ARCHIVED;
            }
            if (shown == newest()) {
                return Stage.PUBLISHED;
            }
            return dated == newest() ? Stage.SCHEDULED : review;
        }

        Verdict apply(Actor actor, ArticleCommand wish, boolean demanded) {
            boolean seen = actor.equals(ANN) || actor.equals(LEA);
            boolean published = shown == newest();
            if (!seen) {
                return Verdict.REFUSED;
            }
            return switch (wish) {
                case EditArticle edit -> archived ? Verdict.REFUSED : edit(actor, edit);
                case RequestReview _ ->
                        archived || published || (demanded && writer.equals(ANN))
                                ? Verdict.REFUSED
                                : become(Stage.IN_REVIEW, review != Stage.APPROVED);
                case ApproveArticle _ ->
                        archived || published || (demanded && writer.equals(actor))
                                ? Verdict.REFUSED
                                : approve();
                case RequestChanges _ ->
                        archived || published || review == Stage.DRAFT
                                ? Verdict.REFUSED
                                : sendBack();
                case PublishArticle _ ->
                        archived ? Verdict.REFUSED : published ? Verdict.NOTHING : show(demanded);
                case SchedulePublication _ ->
                        archived || published || !publishable(demanded) ? Verdict.REFUSED : date();
                case CancelPublication _ -> undate();
                case PublishDue _ -> due(demanded);
                case WithdrawArticle _ -> hide();
                case ArchiveArticle _ -> archive();
                case UnarchiveArticle _ -> unarchive();
                case FeatureArticle _ -> feature();
                case UnfeatureArticle _ -> unfeature();
                case ConfirmArticle _ -> shown == 0 ? Verdict.REFUSED : Verdict.CHANGED;
                case LinkArticle _, UnlinkArticle _ ->
                        throw new IllegalArgumentException("Not walked: " + wish);
            };
        }

        private boolean publishable(boolean demanded) {
            return !titles.getLast().isEmpty() && (!demanded || review == Stage.APPROVED);
        }

        private Verdict edit(Actor actor, EditArticle edit) {
            if (edit.content().title().equals(titles.getLast())) {
                return Verdict.NOTHING;
            }
            titles.add(edit.content().title());
            writer = actor;
            review = Stage.DRAFT;
            return Verdict.CHANGED;
        }

        private Verdict become(Stage next, boolean may) {
            if (!may || review == next) {
                return Verdict.NOTHING;
            }
            review = next;
            return Verdict.CHANGED;
        }

        private Verdict approve() {
            datedWasApproved |= dated == newest();
            return become(Stage.APPROVED, true);
        }

        private Verdict sendBack() {
            boolean again = review == Stage.CHANGES_REQUESTED;
            if (!again && dated == newest()) {
                dated = 0;
            }
            return become(Stage.CHANGES_REQUESTED, true);
        }

        private Verdict show(boolean demanded) {
            if (!publishable(demanded)) {
                return Verdict.REFUSED;
            }
            shown = newest();
            dated = 0;
            return Verdict.CHANGED;
        }

        private Verdict date() {
            if (dated == newest()) {
                return Verdict.NOTHING;
            }
            dated = newest();
            datedWasApproved = review == Stage.APPROVED;
            return Verdict.CHANGED;
        }

        private Verdict undate() {
            if (dated == 0) {
                return Verdict.NOTHING;
            }
            dated = 0;
            return Verdict.CHANGED;
        }

        private Verdict due(boolean demanded) {
            if (dated == 0) {
                return Verdict.NOTHING;
            }
            shown = demanded && !datedWasApproved ? shown : dated;
            dated = 0;
            return Verdict.CHANGED;
        }

        private Verdict hide() {
            if (shown == 0) {
                return Verdict.NOTHING;
            }
            shown = 0;
            featured = false;
            return Verdict.CHANGED;
        }

        private Verdict archive() {
            if (archived) {
                return Verdict.NOTHING;
            }
            archived = true;
            review = Stage.DRAFT;
            dated = 0;
            shown = 0;
            featured = false;
            return Verdict.CHANGED;
        }

        private Verdict unarchive() {
            boolean was = archived;
            archived = false;
            return was ? Verdict.CHANGED : Verdict.NOTHING;
        }

        private Verdict feature() {
            if (shown == 0) {
                return Verdict.REFUSED;
            }
            boolean was = featured;
            featured = true;
            return was ? Verdict.NOTHING : Verdict.CHANGED;
        }

        private Verdict unfeature() {
            boolean was = featured;
            featured = false;
            return was ? Verdict.CHANGED : Verdict.NOTHING;
        }

        void mustEqual(Article article) {
            assertThat(article.revision()).isEqualTo(newest());
            assertThat(article.content().title()).isEqualTo(titles.getLast());
            assertThat(article.published()).isEqualTo(shown == 0 ? null : shown);
            assertThat(article.writer()).isEqualTo(writer.person());
            assertThat(article.archived()).isEqualTo(archived);
            assertThat(article.featured()).isEqualTo(featured);
            assertThat(article.answer().stage()).isEqualTo(stage());
            Article.Scheduled scheduled = article.scheduled();
            assertThat(scheduled == null ? 0 : scheduled.revision()).isEqualTo(dated);
            if (scheduled != null) {
                assertThat(scheduled.content().title()).isEqualTo(titles.get(dated - 1));
            }
        }
    }

    private static ArticleCommand wish(Random random, KnowledgeBase base) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                    new EditArticle(
                            ARTICLE,
                            content(TITLES.get(random.nextInt(TITLES.size()))),
                            null,
                            false,
                            base);
            case 3 -> new RequestReview(ARTICLE, ANN.person(), base);
            case 4 -> new ApproveArticle(ARTICLE, base);
            case 5 -> new RequestChanges(ARTICLE, "Too short");
            case 6 -> new PublishArticle(ARTICLE, base);
            case 7, 8 -> new SchedulePublication(ARTICLE, MIDNIGHT, NOON, base);
            case 9 -> new CancelPublication(ARTICLE);
            case 10 -> new PublishDue(ARTICLE, MIDNIGHT, base);
            case 11 -> new WithdrawArticle(ARTICLE, "Wrong");
            case 12 ->
                    random.nextInt(4) == 0
                            ? new ArchiveArticle(ARTICLE, "Old")
                            : new ConfirmArticle(ARTICLE);
            case 13 -> new UnarchiveArticle(ARTICLE);
            case 14 -> new FeatureArticle(ARTICLE);
            default -> new UnfeatureArticle(ARTICLE);
        };
    }

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rules_events_and_expectations_agree(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        Article article = after(drafted());
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int step = 0; step < STEPS; step++) {
            Actor actor = ACTORS.get(random.nextInt(ACTORS.size()));
            boolean demanded = random.nextInt(3) == 0;
            ArticleCommand wish = wish(random, demanded ? DEMANDING : BASE);
            Decision<ArticleEvent> decision = wish.decide(article, actor);
            Verdict expected = model.apply(actor, wish, demanded);
            assertThat(verdict(decision))
                    .as("step %d: %s by %s", step, wish, actor)
                    .isEqualTo(expected);
            verdicts.merge(expected, 1, Integer::sum);
            if (decision instanceof Decision.Happened<ArticleEvent> happened) {
                for (ArticleEvent event : happened.events()) {
                    Facts facts = Specification.facts(actor, null, null);
                    article = Article.evolve(article, event, facts, article.version() + 1);
                }
            }
            model.mustEqual(article);
        }
        assertThat(verdicts).as("every verdict occurs").containsOnlyKeys(Verdict.values());
    }

    private static Verdict verdict(Decision<ArticleEvent> decision) {
        return switch (decision) {
            case Decision.Refused<ArticleEvent> _ -> Verdict.REFUSED;
            case Decision.Nothing<ArticleEvent> _ -> Verdict.NOTHING;
            case Decision.Happened<ArticleEvent> _ -> Verdict.CHANGED;
        };
    }
}
