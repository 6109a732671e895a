package dev.docket.command.knowledge;

import static dev.docket.command.knowledge.ArticleExamples.ACME;
import static dev.docket.command.knowledge.ArticleExamples.ANN;
import static dev.docket.command.knowledge.ArticleExamples.ARTICLE;
import static dev.docket.command.knowledge.ArticleExamples.LEA;
import static dev.docket.command.knowledge.ArticleExamples.RITA;
import static dev.docket.command.knowledge.ArticleExamples.SOMEBODY_ELSEWHERE;
import static dev.docket.command.knowledge.ArticleExamples.after;
import static dev.docket.command.knowledge.ArticleExamples.approved;
import static dev.docket.command.knowledge.ArticleExamples.archived;
import static dev.docket.command.knowledge.ArticleExamples.content;
import static dev.docket.command.knowledge.ArticleExamples.drafted;
import static dev.docket.command.knowledge.ArticleExamples.published;
import static dev.docket.command.knowledge.ArticleExamples.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.attachment.AttachmentRule;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.knowledge.ArticleAnswer.Stage;
import dev.docket.event.Ids;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The specification of what happens to an article and files together. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleFilesTest {

    private static final ArticleFileLimits LIMITS = new ArticleFileLimits(3, 100);

    private static AttachmentId file(int number) {
        return new AttachmentId(Ids.named("file " + number));
    }

    private static AttachedFile description(int number) {
        Sha256 sha256 = new Sha256("0123456789abcdef".repeat(4));
        return new AttachedFile(file(number), "screen.png", "image/png", 40, sha256);
    }

    /** A file of 40 bytes that Ann has uploaded, and nothing has brought along. */
    private static Optional<Attachment> uploadedByAnn(AttachmentId id) {
        return IntStream.rangeClosed(1, 4)
                .filter(number -> file(number).equals(id))
                .mapToObj(number ->
                        new Attachment(
                                ACME,
                                0,
                                description(number),
                                ANN.person(),
                                null,
                                false,
                                RecentCommands.none()))
                .findFirst();
    }

    private static AttachFiles attach(Integer... files) {
        List<AttachmentId> ids = Arrays.stream(files).map(ArticleFilesTest::file).toList();
        return new AttachFiles(ARTICLE, ids, "Screens", LIMITS);
    }

    private static FilesAttached attached(int revision, Integer... files) {
        return new FilesAttached(
                ARTICLE,
                revision,
                content("VPN"),
                Arrays.stream(files).map(ArticleFilesTest::description).toList(),
                "Screens");
    }

    private static Decision<ArticleEvent> decide(
            ArticleFileCommand command, Article article, Actor actor) {
        return command.decide(article, actor, ArticleFilesTest::uploadedByAnn);
    }

    private static void assertRefused(
            ArticleFileCommand command, Article article, Actor actor, Rule rule) {
        assertThat(decide(command, article, actor))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Test
    void files_begin_a_revision_that_says_what_the_one_before_said() {
        assertThat(decide(attach(2, 1), after(drafted()), ANN))
                .isEqualTo(Decision.happened(attached(2, 2, 1)));
        Article edited = after(drafted(), attached(2, 1), edited(3));
        assertThat(edited.revisions()).containsExactly(0L, 1L, 2L);
        assertThat(edited.hasFile(file(1))).isTrue();
    }

    private static ArticleEdited edited(int revision) {
        return new ArticleEdited(ARTICLE, revision, content("The VPN"), null);
    }

    @Test
    void readers_do_not_have_files_before_somebody_publishes_them() {
        Article shown = after(drafted(), published(), attached(2, 1));
        assertThat(shown.published()).isEqualTo(1);
        assertThat(shown.answer().stage()).isEqualTo(Stage.DRAFT);
        assertThat(after(drafted(), approved(), attached(2, 1)).answer().stage())
                .as("what was approved had no files")
                .isEqualTo(Stage.DRAFT);
        assertThat(after(drafted(), scheduled(), attached(2, 1)).answer().stage())
                .isEqualTo(Stage.DRAFT);
    }

    @Test
    void only_who_edits_articles_brings_files_and_only_those_that_they_uploaded() {
        assertRefused(attach(1), after(drafted()), LEA, AttachmentRule.ATTACHMENT_NOT_FOUND);
        assertRefused(attach(1, 9), after(drafted()), ANN, AttachmentRule.ATTACHMENT_NOT_FOUND);
        for (Actor stranger : List.of(RITA, SOMEBODY_ELSEWHERE)) {
            assertRefused(
                    attach(1),
                    after(drafted(), published()),
                    stranger,
                    ArticleRule.ARTICLE_NOT_FOUND);
        }
        assertRefused(
                attach(1), after(drafted(), archived()), ANN, ArticleRule.ARTICLE_IS_ARCHIVED);
        assertRefused(
                new AttachFiles(ARTICLE, List.of(file(1)), "x".repeat(1_001), LIMITS),
                after(drafted()),
                ANN,
                TextRule.TOO_LONG);
    }

    @Test
    void an_article_has_so_many_files_of_so_many_bytes() {
        assertRefused(attach(1, 2, 3, 4), after(drafted()), ANN, ArticleRule.TOO_MANY_FILES);
        Article full = after(drafted(), attached(2, 1, 2), attached(3, 3));
        assertRefused(attach(4), full, ANN, ArticleRule.TOO_MANY_FILES);
        assertRefused(
                attach(3), after(drafted(), attached(2, 1, 2)), ANN, ArticleRule.TOO_MANY_BYTES);
        FileRemoved removed = new FileRemoved(ARTICLE, file(1), "Old");
        assertThat(decide(attach(3), after(drafted(), attached(2, 1, 2), removed), ANN))
                .isEqualTo(Decision.happened(attached(3, 3)));
    }

    @Test
    void a_file_is_removed_at_once_and_somebody_says_why() {
        RemoveFile remove = new RemoveFile(ARTICLE, file(1), "A password is on it");
        FileRemoved removed = new FileRemoved(ARTICLE, file(1), "A password is on it");
        Article article = after(drafted(), attached(2, 1));

        assertThat(decide(remove, article, LEA)).isEqualTo(Decision.happened(removed));
        assertThat(decide(remove, after(drafted(), attached(2, 1), archived()), ANN))
                .as("in the archive too")
                .isEqualTo(Decision.happened(removed));
        assertRefused(new RemoveFile(ARTICLE, file(1), " "), article, ANN, TextRule.MISSING);
        assertRefused(remove, after(drafted()), ANN, ArticleRule.FILE_NOT_FOUND);
        assertRefused(
                remove, after(drafted(), attached(2, 1), removed), ANN, ArticleRule.FILE_NOT_FOUND);
        assertRefused(remove, article, RITA, ArticleRule.ARTICLE_NOT_FOUND);
        assertRefused(remove, article, SOMEBODY_ELSEWHERE, ArticleRule.ARTICLE_NOT_FOUND);
    }

    @Test
    void every_such_command_is_handled() {
        Set<Class<?>> handled = new HashSet<>();
        Stream.of(ArticleFiles.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .forEach(method -> handled.add(method.getParameterTypes()[0]));
        assertThat(handled).contains(ArticleFileCommand.class.getPermittedSubclasses());
    }
}
