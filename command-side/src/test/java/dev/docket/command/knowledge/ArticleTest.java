package dev.docket.command.knowledge;

import static dev.docket.command.knowledge.ArticleExamples.ACME;
import static dev.docket.command.knowledge.ArticleExamples.ANN;
import static dev.docket.command.knowledge.ArticleExamples.ARTICLE;
import static dev.docket.command.knowledge.ArticleExamples.BASE;
import static dev.docket.command.knowledge.ArticleExamples.DEMANDING;
import static dev.docket.command.knowledge.ArticleExamples.ENGLISH;
import static dev.docket.command.knowledge.ArticleExamples.GERMAN;
import static dev.docket.command.knowledge.ArticleExamples.GONE;
import static dev.docket.command.knowledge.ArticleExamples.LEA;
import static dev.docket.command.knowledge.ArticleExamples.MIDNIGHT;
import static dev.docket.command.knowledge.ArticleExamples.NOON;
import static dev.docket.command.knowledge.ArticleExamples.ORIGINAL;
import static dev.docket.command.knowledge.ArticleExamples.RITA;
import static dev.docket.command.knowledge.ArticleExamples.SOMEBODY_ELSEWHERE;
import static dev.docket.command.knowledge.ArticleExamples.TICKET;
import static dev.docket.command.knowledge.ArticleExamples.VPN;
import static dev.docket.command.knowledge.ArticleExamples.after;
import static dev.docket.command.knowledge.ArticleExamples.approved;
import static dev.docket.command.knowledge.ArticleExamples.archived;
import static dev.docket.command.knowledge.ArticleExamples.base;
import static dev.docket.command.knowledge.ArticleExamples.content;
import static dev.docket.command.knowledge.ArticleExamples.drafted;
import static dev.docket.command.knowledge.ArticleExamples.edited;
import static dev.docket.command.knowledge.ArticleExamples.published;
import static dev.docket.command.knowledge.ArticleExamples.reviewRequested;
import static dev.docket.command.knowledge.ArticleExamples.scheduled;
import static dev.docket.command.knowledge.ArticleExamples.translated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.Specification;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.event.Ids;
import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleApproved;
import dev.docket.event.knowledge.ArticleEvent.ArticleArchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleConfirmed;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticleFeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnarchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnfeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnlinked;
import dev.docket.event.knowledge.ArticleEvent.ArticleWithdrawn;
import dev.docket.event.knowledge.ArticleEvent.ChangesRequested;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleEvent.PublicationScheduled;
import dev.docket.event.knowledge.ArticleEvent.ReviewRequested;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketEvent.TicketUnmerged;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification of every command to an article. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleTest {

    private static Specification<ArticleEvent> given(ArticleEvent... events) {
        return Specification.given(ArticleAggregate.class, ANN, events);
    }

    private static EditArticle edit(ArticleContent content) {
        return new EditArticle(ARTICLE, content, null, false, BASE);
    }

    private static SchedulePublication schedule(Instant at) {
        return new SchedulePublication(ARTICLE, at, NOON, BASE);
    }

    @Test
    void an_article_is_drafted() {
        given().when(ANN, new DraftArticle(ARTICLE, content("  VPN "), BASE)).then(drafted());
    }

    @Test
    void a_draft_may_lack_anything_but_what_it_has_must_fit() {
        ArticleContent empty =
                new ArticleContent(ENGLISH, "", "", "", null, new TreeSet<>(), Visibility.AGENTS);
        given().when(ANN, new DraftArticle(ARTICLE, empty, BASE))
                .then(new ArticleDrafted(ARTICLE, ANN.person(), empty, null, null));
        given().when(ANN, new DraftArticle(ARTICLE, content("x".repeat(256)), BASE))
                .refusedBy(TextRule.TOO_LONG);
        given().when(ANN, new DraftArticle(ARTICLE, content("a\nb"), BASE))
                .refusedBy(TextRule.HAS_CONTROL_CHARACTERS);
        given().when(ANN, new DraftArticle(ARTICLE, content(ENGLISH, "VPN", GONE), BASE))
                .refusedBy(ArticleRule.CATEGORY_DOES_NOT_EXIST);
    }

    @Test
    void a_solution_is_drafted_as_an_article() {
        SolvedTicket solved = new SolvedTicket(ACME, "No VPN", true, "Restart it.");
        ArticleContent content =
                new ArticleContent(
                        ENGLISH, "", "", "Then connect.", null, new TreeSet<>(), Visibility.AGENTS);
        ArticleContent whole =
                new ArticleContent(
                        ENGLISH,
                        "No VPN",
                        "",
                        "Restart it.\n\nThen connect.",
                        null,
                        new TreeSet<>(),
                        Visibility.AGENTS);
        given().when(ANN, new DraftFromTicket(ARTICLE, TICKET, solved, content, BASE))
                .then(
                        new ArticleDrafted(ARTICLE, ANN.person(), whole, null, TICKET),
                        new ArticleLinked(ARTICLE, TICKET));
        given().when(ANN, new DraftFromTicket(ARTICLE, TICKET, null, content, BASE))
                .refusedBy(ArticleRule.TICKET_DOES_NOT_EXIST);
        for (SolvedTicket unsolved :
                List.of(
                        new SolvedTicket(ACME, "No VPN", false, "Restart it."),
                        new SolvedTicket(ACME, "No VPN", true, null))) {
            given().when(ANN, new DraftFromTicket(ARTICLE, TICKET, unsolved, content, BASE))
                    .refusedBy(ArticleRule.TICKET_IS_NOT_SOLVED);
        }
    }

    @Test
    void an_original_is_translated_into_another_language() {
        ArticleDrafted original =
                new ArticleDrafted(ORIGINAL, LEA.person(), content("VPN"), null, null);
        ArticleContent german = content(GERMAN, "VPN", VPN);
        given().when(ANN, new TranslateArticle(ARTICLE, after(original), german, BASE))
                .then(translated());
        given().when(ANN, new TranslateArticle(ARTICLE, after(original), content("VPN"), BASE))
                .refusedBy(ArticleRule.TRANSLATION_EXISTS);
        given().when(ANN, new TranslateArticle(ORIGINAL, after(translated()), german, BASE))
                .refusedBy(ArticleRule.ARTICLE_IS_A_TRANSLATION);
        given().when(
                        ANN,
                        new TranslateArticle(ORIGINAL, after(drafted(), archived()), german, BASE))
                .refusedBy(ArticleRule.ARTICLE_IS_ARCHIVED);
        given().when(
                        SOMEBODY_ELSEWHERE,
                        new TranslateArticle(ARTICLE, after(original), german, BASE))
                .refusedBy(ArticleRule.ARTICLE_NOT_FOUND);
    }

    @Test
    void an_edit_begins_the_next_revision() {
        given(drafted()).when(LEA, edit(content("The VPN"))).then(edited());
        given(drafted(), approved(), edited())
                .when(LEA, edit(content("VPN")))
                .then(new ArticleEdited(ARTICLE, 3, content("VPN"), null));
    }

    @Test
    void an_edit_that_changes_nothing_is_nothing() {
        given(drafted()).when(LEA, edit(content(" VPN "))).nothingHappens();
    }

    @Test
    void a_translation_stays_in_its_language_and_an_original_leaves_that_of_its_translations() {
        given(translated())
                .when(ANN, edit(content("VPN")))
                .refusedBy(ArticleRule.LANGUAGE_IS_FIXED);
        ArticleContent german = content(GERMAN, "VPN", VPN);
        given(drafted()).when(ANN, edit(german)).then(new ArticleEdited(ARTICLE, 2, german, null));
        given(drafted())
                .when(ANN, new EditArticle(ARTICLE, german, null, true, BASE))
                .refusedBy(ArticleRule.TRANSLATION_EXISTS);
    }

    @Test
    void an_edit_puts_an_article_into_a_category_that_exists() {
        given(drafted())
                .when(ANN, edit(content(ENGLISH, "VPN", GONE)))
                .refusedBy(ArticleRule.CATEGORY_DOES_NOT_EXIST);
    }

    @Test
    void a_review_is_requested_once_of_the_same_reviewer() {
        RequestReview any = new RequestReview(ARTICLE, null, BASE);
        given(drafted()).when(ANN, any).then(reviewRequested());
        given(drafted(), reviewRequested()).when(ANN, any).nothingHappens();
        given(drafted(), reviewRequested())
                .when(ANN, new RequestReview(ARTICLE, LEA.person(), BASE))
                .then(new ReviewRequested(ARTICLE, 1, LEA.person()));
        given(drafted(), approved()).when(ANN, any).nothingHappens();
        given(drafted(), published()).when(ANN, any).refusedBy(ArticleRule.REVISION_IS_PUBLISHED);
        given(drafted())
                .when(ANN, new RequestReview(ARTICLE, ANN.person(), DEMANDING))
                .refusedBy(ArticleRule.OWN_REVISION);
    }

    @Test
    void who_wrote_a_revision_does_not_approve_it_where_reviews_are_demanded() {
        given(drafted()).when(ANN, new ApproveArticle(ARTICLE, BASE)).then(approved());
        given(drafted()).when(LEA, new ApproveArticle(ARTICLE, DEMANDING)).then(approved());
        given(drafted())
                .when(ANN, new ApproveArticle(ARTICLE, DEMANDING))
                .refusedBy(ArticleRule.OWN_REVISION);
        given(drafted(), approved()).when(LEA, new ApproveArticle(ARTICLE, BASE)).nothingHappens();
        given(drafted(), approved(), edited())
                .when(LEA, new ApproveArticle(ARTICLE, BASE))
                .then(new ArticleApproved(ARTICLE, 2));
        given(drafted(), published())
                .when(LEA, new ApproveArticle(ARTICLE, BASE))
                .refusedBy(ArticleRule.REVISION_IS_PUBLISHED);
    }

    @Test
    void changes_are_requested_with_a_reason_in_answer_to_a_review() {
        RequestChanges changes = new RequestChanges(ARTICLE, "Too short");
        ChangesRequested requested = new ChangesRequested(ARTICLE, 1, "Too short");
        given(drafted(), reviewRequested()).when(LEA, changes).then(requested);
        given(drafted(), reviewRequested(), requested).when(LEA, changes).nothingHappens();
        given(drafted()).when(LEA, changes).refusedBy(ArticleRule.REVIEW_IS_NOT_REQUESTED);
        given(drafted(), reviewRequested())
                .when(LEA, new RequestChanges(ARTICLE, " "))
                .refusedBy(TextRule.MISSING);
        given(drafted(), approved(), scheduled())
                .when(LEA, changes)
                .then(new PublicationCancelled(ARTICLE, 1), requested);
    }

    @Test
    void the_newest_revision_is_published() {
        PublishArticle publish = new PublishArticle(ARTICLE, BASE);
        given(drafted()).when(LEA, publish).then(published());
        given(drafted(), published()).when(LEA, publish).nothingHappens();
        given(drafted(), published(), edited())
                .when(LEA, publish)
                .then(new ArticlePublished(ARTICLE, 2, 1, content("The VPN")));
        given(drafted(), scheduled()).when(LEA, publish).then(published());
        given(drafted(), scheduled(), edited())
                .when(LEA, publish)
                .then(
                        new PublicationCancelled(ARTICLE, 1),
                        new ArticlePublished(ARTICLE, 2, null, content("The VPN")));
    }

    @Test
    void a_publication_needs_an_approval_where_reviews_are_demanded() {
        PublishArticle publish = new PublishArticle(ARTICLE, DEMANDING);
        given(drafted()).when(LEA, publish).refusedBy(ArticleRule.REVIEW_IS_DEMANDED);
        given(drafted(), approved()).when(LEA, publish).then(published());
        given(drafted(), approved(), edited())
                .when(LEA, publish)
                .refusedBy(ArticleRule.REVIEW_IS_DEMANDED);
    }

    static List<ArticleContent> incomplete() {
        return List.of(
                content(""),
                content(ENGLISH, "VPN", null),
                new ArticleContent(
                        ENGLISH, "VPN", "", " ", VPN, new TreeSet<>(), Visibility.PUBLIC));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void a_publication_has_a_title_a_text_and_a_category(ArticleContent content) {
        ArticleDrafted draft = new ArticleDrafted(ARTICLE, ANN.person(), content, null, null);
        given(draft)
                .when(LEA, new PublishArticle(ARTICLE, BASE))
                .refusedBy(ArticleRule.ARTICLE_IS_INCOMPLETE);
        given(draft).when(LEA, schedule(MIDNIGHT)).refusedBy(ArticleRule.ARTICLE_IS_INCOMPLETE);
    }

    @Test
    void what_was_in_a_removed_category_is_published_where_that_one_went() {
        given(new ArticleDrafted(ARTICLE, ANN.person(), content(ENGLISH, "VPN", GONE), null, null))
                .when(LEA, new PublishArticle(ARTICLE, BASE))
                .then(published());
    }

    @Test
    void a_publication_is_scheduled_for_the_future() {
        given(drafted()).when(LEA, schedule(MIDNIGHT)).then(scheduled());
        given(drafted(), scheduled()).when(LEA, schedule(MIDNIGHT)).nothingHappens();
        Instant later = MIDNIGHT.plusSeconds(1);
        given(drafted(), scheduled())
                .when(LEA, schedule(later))
                .then(new PublicationScheduled(ARTICLE, 1, later));
        for (Instant never : List.of(NOON, NOON.minusSeconds(1), Instant.MAX, Instant.MIN)) {
            given(drafted()).when(LEA, schedule(never)).refusedBy(ArticleRule.DATE_DOES_NOT_FIT);
        }
        given(drafted(), published())
                .when(LEA, schedule(MIDNIGHT))
                .refusedBy(ArticleRule.REVISION_IS_PUBLISHED);
        given(drafted())
                .when(LEA, new SchedulePublication(ARTICLE, MIDNIGHT, NOON, DEMANDING))
                .refusedBy(ArticleRule.REVIEW_IS_DEMANDED);
    }

    @Test
    void a_schedule_is_cancelled() {
        given(drafted(), scheduled())
                .when(LEA, new CancelPublication(ARTICLE))
                .then(new PublicationCancelled(ARTICLE, 1));
        given(drafted()).when(LEA, new CancelPublication(ARTICLE)).nothingHappens();
    }

    @Test
    void what_is_due_is_published_once_as_it_was_when_it_was_scheduled() {
        PublishDue due = new PublishDue(ARTICLE, MIDNIGHT, BASE);
        given(drafted(), scheduled()).when(LEA, due).then(published());
        given(drafted(), scheduled(), edited()).when(LEA, due).then(published());
        given(drafted(), scheduled(), published()).when(LEA, due).nothingHappens();
        given(drafted(), scheduled(), new PublicationCancelled(ARTICLE, 1))
                .when(LEA, due)
                .nothingHappens();
        given(drafted(), new PublicationScheduled(ARTICLE, 1, MIDNIGHT.plusSeconds(1)))
                .when(LEA, due)
                .nothingHappens();
    }

    @Test
    void what_is_due_and_can_no_longer_be_published_is_cancelled() {
        given(drafted(), scheduled())
                .when(LEA, new PublishDue(ARTICLE, MIDNIGHT, DEMANDING))
                .then(new PublicationCancelled(ARTICLE, 1));
        given(drafted(), scheduled())
                .when(LEA, new PublishDue(ARTICLE, MIDNIGHT, base()))
                .then(new PublicationCancelled(ARTICLE, 1));
        given(drafted(), scheduled(), approved(), edited())
                .when(LEA, new PublishDue(ARTICLE, MIDNIGHT, DEMANDING))
                .then(published());
    }

    @Test
    void a_published_article_is_withdrawn_with_a_reason() {
        WithdrawArticle withdraw = new WithdrawArticle(ARTICLE, "Wrong");
        ArticleWithdrawn withdrawn = new ArticleWithdrawn(ARTICLE, 1, "Wrong");
        given(drafted(), published()).when(LEA, withdraw).then(withdrawn);
        given(drafted(), published(), new ArticleFeatured(ARTICLE))
                .when(LEA, withdraw)
                .then(new ArticleUnfeatured(ARTICLE), withdrawn);
        given(drafted(), published(), withdrawn).when(LEA, withdraw).nothingHappens();
        given(drafted(), published())
                .when(LEA, new WithdrawArticle(ARTICLE, ""))
                .refusedBy(TextRule.MISSING);
        given(drafted(), published(), withdrawn)
                .when(LEA, new PublishArticle(ARTICLE, BASE))
                .then(published());
    }

    @Test
    void an_archived_article_is_shown_and_featured_no_more_and_is_a_draft_when_it_comes_back() {
        ArchiveArticle archive = new ArchiveArticle(ARTICLE, "Old");
        given(drafted()).when(LEA, archive).then(archived());
        given(drafted(), archived()).when(LEA, archive).nothingHappens();
        given(
                        drafted(),
                        published(),
                        new ArticleFeatured(ARTICLE),
                        edited(),
                        new PublicationScheduled(ARTICLE, 2, MIDNIGHT))
                .when(LEA, archive)
                .then(
                        new PublicationCancelled(ARTICLE, 2),
                        new ArticleUnfeatured(ARTICLE),
                        new ArticleArchived(ARTICLE, 1, "Old"));
        given(drafted(), archived())
                .when(LEA, new UnarchiveArticle(ARTICLE))
                .then(new ArticleUnarchived(ARTICLE));
        given(drafted()).when(LEA, new UnarchiveArticle(ARTICLE)).nothingHappens();
        given(drafted(), approved(), archived(), new ArticleUnarchived(ARTICLE))
                .when(LEA, new PublishArticle(ARTICLE, DEMANDING))
                .refusedBy(ArticleRule.REVIEW_IS_DEMANDED);
    }

    static List<ArticleCommand> whatAnArchiveRefuses() {
        return List.of(
                edit(content("The VPN")),
                new RequestReview(ARTICLE, null, BASE),
                new RequestChanges(ARTICLE, "Too short"),
                new ApproveArticle(ARTICLE, BASE),
                new PublishArticle(ARTICLE, BASE),
                schedule(MIDNIGHT),
                new LinkArticle(ARTICLE, TICKET, true));
    }

    @ParameterizedTest
    @MethodSource("whatAnArchiveRefuses")
    void an_archived_article_does_not_change(ArticleCommand command) {
        given(drafted(), archived()).when(LEA, command).refusedBy(ArticleRule.ARTICLE_IS_ARCHIVED);
    }

    @Test
    void only_what_readers_see_is_featured_or_confirmed() {
        FeatureArticle feature = new FeatureArticle(ARTICLE);
        given(drafted(), published()).when(LEA, feature).then(new ArticleFeatured(ARTICLE));
        given(drafted(), published(), new ArticleFeatured(ARTICLE))
                .when(LEA, feature)
                .nothingHappens();
        given(drafted()).when(LEA, feature).refusedBy(ArticleRule.ARTICLE_IS_NOT_PUBLISHED);
        given(drafted(), published(), new ArticleFeatured(ARTICLE))
                .when(LEA, new UnfeatureArticle(ARTICLE))
                .then(new ArticleUnfeatured(ARTICLE));
        given(drafted()).when(LEA, new UnfeatureArticle(ARTICLE)).nothingHappens();
        ConfirmArticle confirm = new ConfirmArticle(ARTICLE);
        given(drafted(), published(), edited())
                .when(LEA, confirm)
                .then(new ArticleConfirmed(ARTICLE, 1));
        given(drafted()).when(LEA, confirm).refusedBy(ArticleRule.ARTICLE_IS_NOT_PUBLISHED);
    }

    @Test
    void an_article_is_linked_to_a_ticket_that_exists() {
        LinkArticle link = new LinkArticle(ARTICLE, TICKET, true);
        ArticleLinked linked = new ArticleLinked(ARTICLE, TICKET);
        given(drafted()).when(ANN, link).then(linked);
        given(drafted(), linked).when(ANN, link).nothingHappens();
        given(drafted())
                .when(ANN, new LinkArticle(ARTICLE, TICKET, false))
                .refusedBy(ArticleRule.TICKET_DOES_NOT_EXIST);
        given(drafted(), linked)
                .when(ANN, new UnlinkArticle(ARTICLE, TICKET))
                .then(new ArticleUnlinked(ARTICLE, TICKET));
        given(drafted())
                .when(ANN, new UnlinkArticle(ARTICLE, TICKET))
                .refusedBy(ArticleRule.LINK_NOT_FOUND);
    }

    @Test
    void links_and_revisions_have_a_bound() {
        ArticleEvent[] linked =
                Stream.concat(
                                Stream.of(drafted()),
                                IntStream.range(0, LinkArticle.MOST)
                                        .mapToObj(i ->
                                                new ArticleLinked(
                                                        ARTICLE, new TicketId(Ids.named("" + i)))))
                        .toArray(ArticleEvent[]::new);
        given(linked)
                .when(ANN, new LinkArticle(ARTICLE, TICKET, true))
                .refusedBy(ArticleRule.TOO_MANY_LINKS);
        ArticleEvent[] edited =
                Stream.concat(
                                Stream.of(drafted()),
                                IntStream.rangeClosed(2, EditArticle.MOST_REVISIONS)
                                        .mapToObj(i ->
                                                new ArticleEdited(
                                                        ARTICLE, i, content("" + i), null)))
                        .toArray(ArticleEvent[]::new);
        given(edited)
                .when(ANN, edit(content("One more")))
                .refusedBy(ArticleRule.TOO_MANY_REVISIONS);
    }

    @Test
    void an_earlier_revision_is_restored_in_todays_language_and_a_living_category() {
        Article article =
                after(
                        drafted(),
                        edited(),
                        new ArticleEdited(ARTICLE, 3, content(GERMAN, "Das VPN", VPN), null));
        RestoreRevision restore = new RestoreRevision(ARTICLE, 1, "It was better", BASE);
        assertThat(restore.decide(article, LEA, revision -> content(ENGLISH, "VPN", GONE)))
                .isEqualTo(
                        Decision.happened(
                                new RevisionRestored(
                                        ARTICLE,
                                        4,
                                        1,
                                        content(GERMAN, "VPN", VPN),
                                        "It was better")));
        assertThat(restore.decide(after(drafted()), LEA, revision -> content("VPN")))
                .isEqualTo(Decision.nothing());
        assertRefused(
                new RestoreRevision(ARTICLE, 4, null, BASE)
                        .decide(article, LEA, revision -> content("VPN")),
                ArticleRule.REVISION_NOT_FOUND);
        assertRefused(
                new RestoreRevision(ARTICLE, 0, null, BASE)
                        .decide(article, LEA, revision -> content("VPN")),
                ArticleRule.REVISION_NOT_FOUND);
        assertRefused(
                restore.decide(after(drafted(), archived()), LEA, revision -> content("VPN")),
                ArticleRule.ARTICLE_IS_ARCHIVED);
    }

    private static void assertRefused(Decision<ArticleEvent> decision, Rule rule) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Test
    void another_organisation_has_no_such_article_and_neither_have_requesters() {
        for (Actor stranger : List.of(SOMEBODY_ELSEWHERE, RITA)) {
            given(drafted(), published())
                    .when(stranger, new ConfirmArticle(ARTICLE))
                    .refusedBy(ArticleRule.ARTICLE_NOT_FOUND);
        }
    }

    @Test
    void a_version_that_is_not_the_newest_is_refused() {
        given(drafted())
                .when(ANN, edit(content("The VPN")), null, null, 7L)
                .refusedBy(DispatchRule.VERSION_IS_OLD);
        given(drafted()).when(ANN, edit(content("The VPN")), null, null, 0L).then(edited());
    }

    @Test
    void what_a_key_has_made_is_not_made_again() {
        given(drafted())
                .when(
                        ANN,
                        new RepeatDrafting(
                                ARTICLE,
                                new Refusal(ArticleRule.TRANSLATION_EXISTS, null, "There is one")),
                        "key",
                        "print",
                        null)
                .refusedBy(ArticleRule.TRANSLATION_EXISTS);
    }

    @Test
    void a_solution_counts_while_the_ticket_is_resolved_or_closed() {
        SolvedTicket open = new SolvedTicket(ACME, "No VPN", false, null);
        TicketId id = TICKET;
        assertThat(folded(open, new TicketResolved(id, Status.OPEN, "Restart it.")))
                .isEqualTo(new SolvedTicket(ACME, "No VPN", true, "Restart it."));
        assertThat(
                        folded(
                                open,
                                new TicketResolved(id, Status.OPEN, "Restart it."),
                                new TicketReopened(id, Status.RESOLVED, null)))
                .isEqualTo(open);
        assertThat(
                        folded(
                                open,
                                new TicketResolved(id, Status.OPEN, "Restart it."),
                                new TicketMerged(id, Status.RESOLVED, id),
                                new TicketUnmerged(id, id, Status.RESOLVED)))
                .isEqualTo(new SolvedTicket(ACME, "No VPN", true, "Restart it."));
    }

    private static SolvedTicket folded(SolvedTicket before, TicketEvent... events) {
        SolvedTicket ticket = before;
        for (TicketEvent event : events) {
            ticket = Objects.requireNonNull(SolvedTicket.after(ticket, recorded(event)));
        }
        return ticket;
    }

    private static Recorded recorded(TicketEvent event) {
        return new Recorded(
                1,
                TICKET.value(),
                0,
                TICKET.value(),
                "",
                NOON,
                Specification.facts(ANN, null, null),
                event);
    }

    @AfterAll
    static void every_command_is_specified() {
        assertThat(Specification.specified())
                .contains(ArticleCommand.class.getPermittedSubclasses())
                .contains(ArticleOpening.class.getPermittedSubclasses());
    }
}
