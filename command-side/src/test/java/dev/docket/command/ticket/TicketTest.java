package dev.docket.command.ticket;

import static dev.docket.command.ticket.TicketExamples.ACME;
import static dev.docket.command.ticket.TicketExamples.ANN;
import static dev.docket.command.ticket.TicketExamples.ANOTHER_AGENT;
import static dev.docket.command.ticket.TicketExamples.ANOTHER_REQUESTER;
import static dev.docket.command.ticket.TicketExamples.AN_AGENT;
import static dev.docket.command.ticket.TicketExamples.AN_AGENT_ELSEWHERE;
import static dev.docket.command.ticket.TicketExamples.BOB;
import static dev.docket.command.ticket.TicketExamples.MESSAGE;
import static dev.docket.command.ticket.TicketExamples.NUMBER;
import static dev.docket.command.ticket.TicketExamples.OTHER;
import static dev.docket.command.ticket.TicketExamples.RITA;
import static dev.docket.command.ticket.TicketExamples.SECOND_MESSAGE;
import static dev.docket.command.ticket.TicketExamples.THE_REQUESTER;
import static dev.docket.command.ticket.TicketExamples.TICKET;
import static dev.docket.command.ticket.TicketExamples.TO_ANN;
import static dev.docket.command.ticket.TicketExamples.TO_BOB;
import static dev.docket.command.ticket.TicketExamples.UNCLASSIFIED;
import static dev.docket.command.ticket.TicketExamples.after;
import static dev.docket.command.ticket.TicketExamples.answeredByAnn;
import static dev.docket.command.ticket.TicketExamples.assignedToAnn;
import static dev.docket.command.ticket.TicketExamples.closed;
import static dev.docket.command.ticket.TicketExamples.mergedIntoOther;
import static dev.docket.command.ticket.TicketExamples.onHold;
import static dev.docket.command.ticket.TicketExamples.opened;
import static dev.docket.command.ticket.TicketExamples.resolved;
import static dev.docket.command.ticket.TicketExamples.workStartedByAnn;
import static dev.docket.command.ticket.TicketSpecification.given;
import static dev.docket.command.ticket.TicketSpecification.givenNothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.Specification;
import dev.docket.command.attachment.Attachment;
import dev.docket.command.attachment.AttachmentRule;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.event.Ids;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketEvent.AttachmentsAdded;
import dev.docket.event.ticket.TicketEvent.DescriptionChanged;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.SubjectChanged;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketClassified;
import dev.docket.event.ticket.TicketEvent.TicketLinked;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResumed;
import dev.docket.event.ticket.TicketEvent.TicketSplit;
import dev.docket.event.ticket.TicketEvent.TicketUnassigned;
import dev.docket.event.ticket.TicketEvent.TicketUnlinked;
import dev.docket.event.ticket.TicketEvent.TicketUnmerged;
import dev.docket.event.ticket.TicketEvent.WatcherAdded;
import dev.docket.event.ticket.TicketEvent.WatcherRemoved;
import dev.docket.event.ticket.TicketEvent.WorkStarted;
import dev.docket.event.ticket.TicketType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification of every command to a ticket. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketTest {

    private static OpenTicket open(PersonId requester, Assignment assignment, String subject) {
        return new OpenTicket(
                TICKET,
                NUMBER,
                requester,
                Channel.API,
                subject,
                "Since this morning.",
                Priority.MEDIUM,
                UNCLASSIFIED,
                assignment);
    }

    @Test
    void a_requester_opens_a_ticket() {
        givenNothing()
                .when(THE_REQUESTER, open(RITA, Assignment.NOBODY, "  No sound "))
                .then(opened());
    }

    @Test
    void only_agents_open_tickets_for_others_or_assign_them_at_once() {
        givenNothing()
                .when(THE_REQUESTER, open(BOB, Assignment.NOBODY, "No sound"))
                .refusedBy(TicketRule.AGENTS_ONLY);
        givenNothing()
                .when(THE_REQUESTER, open(RITA, TO_ANN, "No sound"))
                .refusedBy(TicketRule.AGENTS_ONLY);
        givenNothing().when(AN_AGENT, open(RITA, Assignment.NOBODY, "No sound")).then(opened());
    }

    @Test
    void a_subject_is_needed_is_one_line_and_not_too_long() {
        givenNothing()
                .when(THE_REQUESTER, open(RITA, Assignment.NOBODY, " "))
                .refusedBy(TextRule.MISSING);
        givenNothing()
                .when(THE_REQUESTER, open(RITA, Assignment.NOBODY, "x".repeat(256)))
                .refusedBy(TextRule.TOO_LONG);
        givenNothing()
                .when(THE_REQUESTER, open(RITA, Assignment.NOBODY, "No\nsound"))
                .refusedBy(TextRule.HAS_CONTROL_CHARACTERS);
    }

    @Test
    void subject_and_description_are_edited() {
        given(opened())
                .when(AN_AGENT, new EditTicket(TICKET, "No sound at all", "Since yesterday."))
                .then(
                        new SubjectChanged(TICKET, "No sound", "No sound at all"),
                        new DescriptionChanged(TICKET, "Since this morning.", "Since yesterday."));
        given(opened()).when(AN_AGENT, new EditTicket(TICKET, "No sound", null)).nothingHappens();
    }

    @Test
    void a_requester_edits_until_somebody_has_answered() {
        given(opened())
                .when(THE_REQUESTER, new EditTicket(TICKET, "Sound is gone", null))
                .then(new SubjectChanged(TICKET, "No sound", "Sound is gone"));
        given(opened(), answeredByAnn())
                .when(THE_REQUESTER, new EditTicket(TICKET, "Sound is gone", null))
                .refusedBy(TicketRule.AGENTS_ONLY);
    }

    @Test
    void a_ticket_is_classified() {
        Classification to =
                new Classification(
                        TicketType.INCIDENT, "hardware/audio", new TreeSet<>(Set.of("room-3")));
        given(opened())
                .when(AN_AGENT, new ClassifyTicket(TICKET, to))
                .then(new TicketClassified(TICKET, UNCLASSIFIED, to));
        given(opened(), new TicketClassified(TICKET, UNCLASSIFIED, to))
                .when(AN_AGENT, new ClassifyTicket(TICKET, to))
                .nothingHappens();
        TreeSet<String> many = new TreeSet<>();
        for (int i = 0; i <= 50; i++) {
            many.add("tag-" + i);
        }
        given(opened())
                .when(
                        AN_AGENT,
                        new ClassifyTicket(
                                TICKET, new Classification(TicketType.INCIDENT, null, many)))
                .refusedBy(TextRule.TOO_MANY_TAGS);
    }

    @Test
    void a_priority_is_changed_by_agents() {
        given(opened())
                .when(AN_AGENT, new ChangePriority(TICKET, Priority.CRITICAL))
                .then(new PriorityChanged(TICKET, Priority.MEDIUM, Priority.CRITICAL));
        given(opened())
                .when(AN_AGENT, new ChangePriority(TICKET, Priority.MEDIUM))
                .nothingHappens();
        given(opened())
                .when(THE_REQUESTER, new ChangePriority(TICKET, Priority.CRITICAL))
                .refusedBy(TicketRule.AGENTS_ONLY);
    }

    @Test
    void a_new_ticket_is_open_once_somebody_has_it() {
        given(opened()).when(AN_AGENT, new AssignTicket(TICKET, TO_ANN)).then(assignedToAnn());
        given(opened(), assignedToAnn())
                .when(AN_AGENT, new AssignTicket(TICKET, TO_ANN))
                .nothingHappens();
        given(opened())
                .when(AN_AGENT, new AssignTicket(TICKET, Assignment.NOBODY))
                .refusedBy(TicketRule.ASSIGNMENT_NAMES_NOBODY);
    }

    @Test
    void a_ticket_in_work_is_open_again_when_another_agent_gets_it() {
        given(opened(), workStartedByAnn())
                .when(AN_AGENT, new AssignTicket(TICKET, TO_BOB))
                .then(new TicketAssigned(TICKET, TO_ANN, TO_BOB, Status.OPEN));
    }

    @Test
    void an_unassigned_ticket_goes_back_to_the_queue() {
        given(opened(), workStartedByAnn())
                .when(AN_AGENT, new UnassignTicket(TICKET))
                .then(new TicketUnassigned(TICKET, TO_ANN, Status.OPEN));
        given(opened()).when(AN_AGENT, new UnassignTicket(TICKET)).nothingHappens();
    }

    @Test
    void whoever_starts_work_has_the_ticket() {
        given(opened()).when(AN_AGENT, new StartWork(TICKET)).then(workStartedByAnn());
        given(opened(), workStartedByAnn()).when(AN_AGENT, new StartWork(TICKET)).nothingHappens();
        given(opened(), workStartedByAnn())
                .when(ANOTHER_AGENT, new StartWork(TICKET))
                .then(new WorkStarted(TICKET, Status.IN_PROGRESS, TO_ANN, BOB));
        given(opened(), resolved(Status.NEW))
                .when(AN_AGENT, new StartWork(TICKET))
                .refusedBy(TicketRule.TICKET_IS_RESOLVED);
    }

    @Test
    void an_agents_first_reply_ends_the_first_response_time() {
        given(opened())
                .when(AN_AGENT, new Reply(TICKET, MESSAGE, Channel.API, "Is it plugged in?"))
                .then(answeredByAnn());
        given(opened(), answeredByAnn())
                .when(AN_AGENT, new Reply(TICKET, SECOND_MESSAGE, Channel.API, "Well?"))
                .then(
                        new ReplyAdded(
                                TICKET,
                                SECOND_MESSAGE,
                                ANN,
                                true,
                                false,
                                Channel.API,
                                "Well?",
                                Status.OPEN));
    }

    private static ReplyAdded ritasReply(Status status) {
        return new ReplyAdded(
                TICKET, SECOND_MESSAGE, RITA, false, false, Channel.API, "Still silent", status);
    }

    private static Reply ritasReply() {
        return new Reply(TICKET, SECOND_MESSAGE, Channel.API, "Still silent");
    }

    @Test
    void a_requesters_reply_wakes_a_waiting_ticket_and_reopens_a_resolved_one() {
        given(opened(), workStartedByAnn(), onHold(Status.IN_PROGRESS))
                .when(THE_REQUESTER, ritasReply())
                .then(ritasReply(Status.PENDING), new TicketResumed(TICKET, Status.IN_PROGRESS));
        given(opened(), resolved(Status.NEW))
                .when(THE_REQUESTER, ritasReply())
                .then(
                        ritasReply(Status.RESOLVED),
                        new TicketReopened(TICKET, Status.RESOLVED, "The requester replied"));
        given(opened(), closed(Status.NEW))
                .when(THE_REQUESTER, ritasReply())
                .refusedBy(TicketRule.TICKET_IS_CLOSED);
        given(opened())
                .when(THE_REQUESTER, new Reply(TICKET, MESSAGE, Channel.API, " "))
                .refusedBy(TextRule.MISSING);
    }

    @Test
    void agents_note_things_even_on_closed_tickets() {
        given(opened(), closed(Status.NEW))
                .when(AN_AGENT, new AddNote(TICKET, MESSAGE, "Bought a new one"))
                .then(new NoteAdded(TICKET, MESSAGE, ANN, "Bought a new one"));
        given(opened())
                .when(THE_REQUESTER, new AddNote(TICKET, MESSAGE, "?"))
                .refusedBy(TicketRule.AGENTS_ONLY);
    }

    @Test
    void what_a_message_says_is_deleted_once_with_a_reason() {
        RedactMessage redact = new RedactMessage(TICKET, MESSAGE, "A password");
        given(opened(), answeredByAnn())
                .when(AN_AGENT, redact)
                .then(new MessageRedacted(TICKET, MESSAGE, "A password"));
        given(opened(), answeredByAnn(), new MessageRedacted(TICKET, MESSAGE, "A password"))
                .when(AN_AGENT, redact)
                .refusedBy(TicketRule.MESSAGE_IS_REDACTED);
        given(opened()).when(AN_AGENT, redact).refusedBy(TicketRule.MESSAGE_NOT_FOUND);
        given(opened(), answeredByAnn())
                .when(AN_AGENT, new RedactMessage(TICKET, MESSAGE, ""))
                .refusedBy(TextRule.MISSING);
    }

    @Test
    void a_ticket_waits_and_goes_on_as_it_was() {
        given(opened(), workStartedByAnn())
                .when(AN_AGENT, new PutOnHold(TICKET, "Waiting for a cable", null))
                .then(onHold(Status.IN_PROGRESS));
        given(opened(), onHold(Status.NEW))
                .when(AN_AGENT, new PutOnHold(TICKET, "Waiting for a cable", null))
                .nothingHappens();
        given(opened(), onHold(Status.NEW))
                .when(AN_AGENT, new ResumeTicket(TICKET))
                .then(new TicketResumed(TICKET, Status.OPEN));
        given(opened())
                .when(AN_AGENT, new ResumeTicket(TICKET))
                .refusedBy(TicketRule.TICKET_IS_NOT_ON_HOLD);
        given(opened(), resolved(Status.NEW))
                .when(AN_AGENT, new PutOnHold(TICKET, "?", null))
                .refusedBy(TicketRule.TICKET_IS_RESOLVED);
    }

    @Test
    void a_ticket_is_resolved_closed_and_reopened() {
        given(opened())
                .when(AN_AGENT, new ResolveTicket(TICKET, "Plugged it in"))
                .then(resolved(Status.NEW));
        given(opened(), resolved(Status.NEW))
                .when(AN_AGENT, new ResolveTicket(TICKET, "Again"))
                .nothingHappens();
        given(opened(), resolved(Status.NEW))
                .when(THE_REQUESTER, new CloseTicket(TICKET, null))
                .then(closed(Status.RESOLVED));
        given(opened(), closed(Status.NEW))
                .when(THE_REQUESTER, new CloseTicket(TICKET, null))
                .nothingHappens();
        given(opened(), closed(Status.NEW))
                .when(AN_AGENT, new ResolveTicket(TICKET, "Too late"))
                .refusedBy(TicketRule.TICKET_IS_CLOSED);
        given(opened(), closed(Status.NEW))
                .when(THE_REQUESTER, new ReopenTicket(TICKET, "It is back"))
                .then(new TicketReopened(TICKET, Status.CLOSED, "It is back"));
        given(opened()).when(THE_REQUESTER, new ReopenTicket(TICKET, null)).nothingHappens();
    }

    @Test
    void people_watch_and_unwatch_for_themselves_and_agents_for_anybody() {
        given(opened())
                .when(THE_REQUESTER, new WatchTicket(TICKET, RITA))
                .then(new WatcherAdded(TICKET, RITA));
        given(opened())
                .when(THE_REQUESTER, new WatchTicket(TICKET, BOB))
                .refusedBy(TicketRule.AGENTS_ONLY);
        given(opened(), new WatcherAdded(TICKET, RITA))
                .when(AN_AGENT, new UnwatchTicket(TICKET, RITA))
                .then(new WatcherRemoved(TICKET, RITA));
        given(opened()).when(AN_AGENT, new UnwatchTicket(TICKET, RITA)).nothingHappens();
    }

    @Test
    void an_imported_step_reopens_what_was_finished_and_leaves_a_remark_if_nothing_changes() {
        given(opened(), closed(Status.NEW))
                .when(AN_AGENT, new ImportStep(TICKET, new StartWork(TICKET), MESSAGE, "row"))
                .then(
                        new TicketReopened(TICKET, Status.CLOSED, null),
                        new WorkStarted(TICKET, Status.OPEN, Assignment.NOBODY, ANN));
        given(opened(), workStartedByAnn())
                .when(AN_AGENT, new ImportStep(TICKET, new StartWork(TICKET), MESSAGE, "row"))
                .then(new NoteAdded(TICKET, MESSAGE, ANN, "row"));
    }

    static Stream<TicketCommand> whatAMergedTicketRefuses() {
        return Stream.of(
                new EditTicket(TICKET, "Other", null),
                new ClassifyTicket(TICKET, UNCLASSIFIED),
                new ChangePriority(TICKET, Priority.LOW),
                new AssignTicket(TICKET, TO_BOB),
                new UnassignTicket(TICKET),
                new StartWork(TICKET),
                new Reply(TICKET, MESSAGE, Channel.API, "Hello"),
                new AddNote(TICKET, MESSAGE, "Hello"),
                new PutOnHold(TICKET, "Waiting", null),
                new ResumeTicket(TICKET),
                new ResolveTicket(TICKET, "Done"),
                new CloseTicket(TICKET, null),
                new ReopenTicket(TICKET, null),
                new WatchTicket(TICKET, ANN));
    }

    @ParameterizedTest
    @MethodSource("whatAMergedTicketRefuses")
    void a_merged_ticket_goes_on_in_the_other_one(TicketCommand command) {
        given(opened(), mergedIntoOther(Status.NEW))
                .when(AN_AGENT, command)
                .refusedBy(TicketRule.TICKET_IS_MERGED);
    }

    @ParameterizedTest
    @MethodSource("whatAMergedTicketRefuses")
    void whoever_may_not_see_a_ticket_is_told_that_there_is_none(TicketCommand command) {
        given(opened()).when(AN_AGENT_ELSEWHERE, command).refusedBy(TicketRule.TICKET_NOT_FOUND);
        given(opened()).when(ANOTHER_REQUESTER, command).refusedBy(TicketRule.TICKET_NOT_FOUND);
    }

    @Test
    void a_command_decided_on_an_old_version_is_refused() {
        given(opened(), assignedToAnn())
                .when(AN_AGENT, new ChangePriority(TICKET, Priority.LOW), null, null, 0L)
                .refusedBy(DispatchRule.VERSION_IS_OLD);
        given(opened(), assignedToAnn())
                .when(AN_AGENT, new ChangePriority(TICKET, Priority.LOW), null, null, 1L)
                .then(new PriorityChanged(TICKET, Priority.MEDIUM, Priority.LOW));
    }

    private static final Ticket TARGET = after(opened(OTHER));

    private static void assertHappened(Decision<TicketEvent> decision, TicketEvent event) {
        assertThat(decision).isEqualTo(Decision.happened(event));
    }

    private static void assertRefused(Decision<TicketEvent> decision, Rule rule) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Test
    void a_ticket_is_merged_into_an_open_one_and_taken_out_again() {
        MergeTickets merge = new MergeTickets(TICKET, OTHER);
        assertHappened(
                merge.decide(after(opened()), TARGET, AN_AGENT),
                new TicketMerged(TICKET, Status.NEW, OTHER));
        Ticket merged = after(opened(), mergedIntoOther(Status.NEW));
        assertThat(merge.decide(merged, TARGET, AN_AGENT)).isEqualTo(Decision.nothing());
        assertRefused(
                merge.decide(after(opened()), after(opened(OTHER), closed(Status.NEW)), AN_AGENT),
                TicketRule.TARGET_IS_FINISHED);
        assertRefused(
                new MergeTickets(TICKET, TICKET).decide(after(opened()), after(opened()), AN_AGENT),
                TicketRule.TICKET_IS_THE_SAME);
        assertHappened(
                new UnmergeTickets(TICKET, OTHER).decide(merged, TARGET, AN_AGENT),
                new TicketUnmerged(TICKET, OTHER, Status.NEW));
        assertRefused(
                new UnmergeTickets(TICKET, OTHER).decide(after(opened()), TARGET, AN_AGENT),
                TicketRule.TICKET_IS_NOT_MERGED);
    }

    @Test
    void tickets_are_linked_both_ways_and_unlinked() {
        LinkTickets link = new LinkTickets(TICKET, LinkKind.CAUSED_BY, OTHER);
        TicketLinked linked = new TicketLinked(TICKET, LinkKind.CAUSED_BY, OTHER);
        assertHappened(link.decide(after(opened()), TARGET, AN_AGENT), linked);
        assertThat(link.counterpart()).isEqualTo(new TicketLinked(OTHER, LinkKind.CAUSES, TICKET));
        assertThat(link.decide(after(opened(), linked), TARGET, AN_AGENT))
                .isEqualTo(Decision.nothing());
        UnlinkTickets unlink = new UnlinkTickets(TICKET, LinkKind.CAUSED_BY, OTHER);
        assertHappened(
                unlink.decide(after(opened(), linked), TARGET, AN_AGENT),
                new TicketUnlinked(TICKET, LinkKind.CAUSED_BY, OTHER));
        assertRefused(unlink.decide(after(opened()), TARGET, AN_AGENT), TicketRule.LINK_NOT_FOUND);
    }

    @Test
    void a_second_concern_is_split_off() {
        SplitTicket split =
                new SplitTicket(TICKET, OTHER, NUMBER, "No picture", "", List.of(MESSAGE));
        assertHappened(
                split.decide(after(opened(), answeredByAnn()), AN_AGENT),
                new TicketSplit(TICKET, OTHER, List.of(MESSAGE)));
        assertRefused(split.decide(after(opened()), AN_AGENT), TicketRule.MESSAGE_NOT_FOUND);
        assertRefused(
                split.decide(after(opened(), closed(Status.NEW)), AN_AGENT),
                TicketRule.TICKET_IS_CLOSED);
    }

    private static final FileLimits LIMITS = new FileLimits(2, 100);

    private static AttachmentId file(int number) {
        return new AttachmentId(Ids.named("file " + number));
    }

    private static AttachedFile description(int number, long size) {
        Sha256 sha256 = new Sha256("0123456789abcdef".repeat(4));
        return new AttachedFile(file(number), "photo.png", "image/png", size, sha256);
    }

    /** A file of 40 bytes that somebody has uploaded, and nothing has brought along. */
    private static Optional<Attachment> uploadedByRita(AttachmentId id) {
        return Stream.of(1, 2, 3, 4)
                .filter(number -> file(number).equals(id))
                .map(number ->
                        new Attachment(
                                ACME,
                                0,
                                description(number, 40),
                                RITA,
                                null,
                                false,
                                RecentCommands.none()))
                .findFirst();
    }

    private static BringFiles bring(Integer... files) {
        return new BringFiles(
                TICKET, null, null, Arrays.stream(files).map(TicketTest::file).toList(), LIMITS);
    }

    private static AttachmentsAdded added(@Nullable MessageId message, int number, long size) {
        return new AttachmentsAdded(TICKET, message, List.of(description(number, size)));
    }

    private static Decision<TicketEvent> decide(FileCommand command, Ticket ticket, Actor actor) {
        return command.decide(ticket, actor, TicketTest::uploadedByRita);
    }

    @Test
    void files_come_to_a_ticket_by_themselves() {
        assertHappened(decide(bring(1), after(opened()), THE_REQUESTER), added(null, 1, 40));
        assertRefused(
                decide(bring(1), after(opened()), AN_AGENT), AttachmentRule.ATTACHMENT_NOT_FOUND);
        assertRefused(
                decide(bring(9), after(opened()), THE_REQUESTER),
                AttachmentRule.ATTACHMENT_NOT_FOUND);
        assertRefused(
                decide(bring(1), after(opened(), closed(Status.NEW)), THE_REQUESTER),
                TicketRule.TICKET_IS_CLOSED);
        assertRefused(
                decide(bring(1), after(opened()), ANOTHER_REQUESTER), TicketRule.TICKET_NOT_FOUND);
    }

    @Test
    void files_come_with_what_a_message_says_or_neither_is_recorded() {
        Reply reply = new Reply(TICKET, MESSAGE, Channel.API, "Here it is");
        BringFiles bring = new BringFiles(TICKET, reply, MESSAGE, List.of(file(1)), LIMITS);

        assertThat(decide(bring, after(opened()), THE_REQUESTER))
                .isEqualTo(
                        Decision.happened(
                                new ReplyAdded(
                                        TICKET,
                                        MESSAGE,
                                        RITA,
                                        false,
                                        false,
                                        Channel.API,
                                        "Here it is",
                                        Status.NEW),
                                added(MESSAGE, 1, 40)));
        assertRefused(
                decide(bring, after(opened(), closed(Status.NEW)), THE_REQUESTER),
                TicketRule.TICKET_IS_CLOSED);
        assertRefused(
                decide(
                        new BringFiles(TICKET, reply, MESSAGE, List.of(file(9)), LIMITS),
                        after(opened()),
                        THE_REQUESTER),
                AttachmentRule.ATTACHMENT_NOT_FOUND);
    }

    @Test
    void a_message_brings_few_files_and_a_ticket_holds_so_many_bytes() {
        assertRefused(
                decide(bring(1, 2, 3), after(opened()), THE_REQUESTER), TicketRule.TOO_MANY_FILES);
        assertRefused(
                decide(bring(2, 3), after(opened(), added(null, 1, 10)), THE_REQUESTER),
                TicketRule.TOO_MANY_FILES);
        assertThat(decide(bring(2, 3), after(opened(), added(MESSAGE, 1, 20)), THE_REQUESTER))
                .as("another message's files are not counted, and 100 bytes fit")
                .isInstanceOf(Decision.Happened.class);
        assertRefused(
                decide(bring(2, 3), after(opened(), added(MESSAGE, 1, 21)), THE_REQUESTER),
                TicketRule.TOO_MANY_BYTES);
        assertThat(
                        decide(
                                bring(2, 3),
                                after(
                                        opened(),
                                        added(null, 1, 90),
                                        new AttachmentRemoved(TICKET, file(1), "By mistake")),
                                THE_REQUESTER))
                .as("what was removed makes room")
                .isInstanceOf(Decision.Happened.class);
    }

    @Test
    void a_ticket_is_opened_with_files_or_not_at_all() {
        OpenTicket opening = open(RITA, Assignment.NOBODY, "No sound");
        assertThat(
                        new OpenWithFiles(TICKET, opening, List.of(file(1)), LIMITS)
                                .decide(THE_REQUESTER, TicketTest::uploadedByRita))
                .isEqualTo(Decision.happened(opened(), added(null, 1, 40)));
        assertRefused(
                new OpenWithFiles(TICKET, opening, List.of(file(9)), LIMITS)
                        .decide(THE_REQUESTER, TicketTest::uploadedByRita),
                AttachmentRule.ATTACHMENT_NOT_FOUND);
    }

    @Test
    void agents_remove_files_and_say_why() {
        Ticket ticket = after(opened(), added(null, 1, 40));
        RemoveAttachment remove = new RemoveAttachment(TICKET, file(1), "A password is on it");
        AttachmentRemoved removed = new AttachmentRemoved(TICKET, file(1), "A password is on it");

        assertHappened(decide(remove, ticket, AN_AGENT), removed);
        assertRefused(decide(remove, ticket, THE_REQUESTER), TicketRule.AGENTS_ONLY);
        assertRefused(
                decide(new RemoveAttachment(TICKET, file(1), " "), ticket, AN_AGENT),
                TextRule.MISSING);
        assertRefused(
                decide(remove, after(opened(), added(null, 1, 40), removed), AN_AGENT),
                TicketRule.FILE_NOT_FOUND);
        assertRefused(decide(remove, after(opened()), AN_AGENT), TicketRule.FILE_NOT_FOUND);
    }

    @AfterAll
    static void every_command_is_specified_and_handled() {
        Set<Class<?>> handled = new HashSet<>();
        for (Class<?> handler :
                List.of(TicketAggregate.class, TicketPairs.class, TicketFiles.class)) {
            Arrays.stream(handler.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                    .map(Method::getParameterTypes)
                    .forEach(parameters -> handled.add(parameters[0]));
        }
        assertThat(Specification.specified())
                .contains(TicketCommand.class.getPermittedSubclasses())
                .contains(OpenTicket.class);
        assertThat(handled)
                .contains(TicketCommand.class.getPermittedSubclasses())
                .contains(PairCommand.class.getPermittedSubclasses())
                .contains(FileCommand.class.getPermittedSubclasses())
                .contains(OpenTicket.class, OpenWithFiles.class, SplitTicket.class);
    }
}
