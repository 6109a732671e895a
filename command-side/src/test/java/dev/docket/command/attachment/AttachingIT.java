package dev.docket.command.attachment;

import static dev.docket.command.TestHttp.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.content.ContentStore;
import dev.docket.content.ReceivedFile;
import dev.docket.edge.Tokens;
import dev.docket.event.Ids;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachmentEvent.AttachmentErased;
import dev.docket.event.attachment.AttachmentEvent.AttachmentPlaced;
import dev.docket.event.attachment.AttachmentEvent.AttachmentUploaded;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Place;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketEvent.AttachmentsAdded;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that tickets and messages bring along, on two nodes, and what becomes of the others. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttachingIT {

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode FIRST = TestNode.on(DATABASE);
    private static final TestNode SECOND = TestNode.on(DATABASE);

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    private static UUID upload(TestHttp uploader) {
        return upload(uploader, UUID.randomUUID().toString());
    }

    private static UUID upload(TestHttp uploader, String text) {
        Answer answer = uploader.upload("file.txt", text);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private static Answer open(TestHttp who, UUID... files) {
        return who.post(
                "/tickets", Map.of("subject", "No sound", "attachments", Arrays.asList(files)));
    }

    private static Answer attach(TestHttp who, UUID ticket, UUID... files) {
        return who.post(
                "/tickets/" + ticket + "/attachments", Map.of("attachments", List.of(files)));
    }

    private static List<Class<?>> happenedTo(UUID stream) {
        return FIRST.stream(stream).stream()
                .<Class<?>>map(recorded -> recorded.event().getClass())
                .toList();
    }

    private static AttachmentsAdded lastFiles(UUID ticket) {
        return (AttachmentsAdded) FIRST.ticket(ticket).getLast();
    }

    private static List<UUID> ids(AttachmentsAdded added) {
        return added.attachments().stream().map(file -> file.attachment().value()).toList();
    }

    @Test
    void a_ticket_opens_with_files_in_one_step() {
        UUID one = upload(FIRST.requester());
        UUID two = upload(FIRST.requester());

        Answer opened = open(SECOND.requester(), two, one, two);

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(happenedTo(opened.id()))
                .containsExactly(TicketOpened.class, AttachmentsAdded.class);
        assertThat(ids(lastFiles(opened.id()))).containsExactly(two, one);
        assertThat(FIRST.stream(one).getLast().event())
                .isEqualTo(
                        new AttachmentPlaced(
                                new AttachmentId(one), new Place(Place.Kind.TICKET, opened.id())));
    }

    @Test
    void replies_and_notes_bring_files() {
        UUID ticket = FIRST.requester().open("No sound").id();
        UUID photo = upload(FIRST.requester());
        UUID dump = upload(FIRST.agent());

        Answer reply =
                FIRST.requester()
                        .post(
                                "/tickets/" + ticket + "/replies",
                                Map.of("body", "See there", "attachments", List.of(photo)));
        AttachmentsAdded withReply = lastFiles(ticket);
        Answer note =
                SECOND.agent()
                        .post(
                                "/tickets/" + ticket + "/notes",
                                Map.of("body", "Our dump", "attachments", List.of(dump)));

        assertThat(List.of(reply.status(), note.status())).containsOnly(201);
        assertThat(happenedTo(ticket))
                .containsExactly(
                        TicketOpened.class,
                        ReplyAdded.class,
                        AttachmentsAdded.class,
                        NoteAdded.class,
                        AttachmentsAdded.class);
        assertThat(String.valueOf(withReply.message())).isEqualTo(reply.text("message"));
        assertThat(String.valueOf(lastFiles(ticket).message())).isEqualTo(note.text("message"));
        assertThat(ids(lastFiles(ticket))).containsExactly(dump);
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("/tickets", Map.of("subject", "x")),
                Arguments.of("/tickets/TICKET/replies", Map.of("body", "x")),
                Arguments.of("/tickets/TICKET/notes", Map.of("body", "x")),
                Arguments.of("/tickets/TICKET/attachments", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_file_that_cannot_come_along_stops_everything(String path, Map<String, ?> body) {
        UUID ticket = FIRST.agent().open("No sound").id();
        UUID own = upload(FIRST.agent());
        UUID taken = upload(FIRST.agent());
        UUID another = upload(FIRST.requester());
        assertThat(attach(FIRST.agent(), ticket, taken).status()).isEqualTo(200);
        long before = FIRST.bean(LogReader.class).head();

        Map<UUID, String> refusals =
                Map.of(
                        taken,
                        "attachment-is-taken",
                        another,
                        "attachment-not-found",
                        UUID.randomUUID(),
                        "attachment-not-found",
                        ticket,
                        "attachment-not-found");
        refusals.forEach((file, rule) -> {
            Map<String, Object> wish = new java.util.HashMap<>(body);
            wish.put("attachments", List.of(own, file));
            Answer answer = FIRST.agent().post(path.replace("TICKET", ticket.toString()), wish);
            assertThat(answer.rule()).as("%s: %s", file, answer).isEqualTo(rule);
            assertThat(answer.text("field")).isEqualTo("attachments");
        });

        assertThat(withoutNumbers(before)).isEmpty();
        assertThat(attach(FIRST.agent(), ticket, own).status()).isEqualTo(200);
    }

    /** A refused opening may have reserved a block of numbers. */
    private static List<Recorded> withoutNumbers(long after) {
        return FIRST.bean(LogReader.class).read(after, 100).stream()
                .filter(recorded -> !recorded.type().equals("TicketNumbersReserved"))
                .toList();
    }

    @Test
    void a_list_of_files_has_to_be_one() {
        UUID ticket = FIRST.requester().open("No sound").id();
        String path = "/tickets/" + ticket + "/attachments";
        List<?> nothing = Arrays.asList(null, null);

        assertThat(FIRST.requester().post(path, Map.of()).text("field")).isEqualTo("attachments");
        assertThat(FIRST.requester().post(path, Map.of("attachments", List.of())).status())
                .isEqualTo(422);
        assertThat(FIRST.requester().post(path, Map.of("attachments", nothing)).status())
                .isEqualTo(422);
        assertThat(FIRST.requester().post(path, Map.of("attachments", "all")).status())
                .isEqualTo(400);
        UUID[] many = IntStream.range(0, 21).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
        assertThat(attach(FIRST.requester(), ticket, many).rule()).isEqualTo("too-many-files");
    }

    @Test
    void a_file_is_no_ticket() {
        UUID file = upload(FIRST.agent());

        assertThat(
                        FIRST.agent()
                                .post("/tickets/" + file + "/replies", Map.of("body", "x"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_of_one_organisation_is_unknown_in_another() {
        TenantId other = new TenantId(Ids.named("tenant", "other"));
        String token = FIRST.bean(Tokens.class).access(TestNode.ANN, other, Set.of(Role.AGENT));
        TestHttp annElsewhere = FIRST.anybody().with(token);
        UUID theirs = upload(FIRST.agent(), "the same bytes");
        UUID ours = upload(annElsewhere, "the same bytes");

        assertThat(open(annElsewhere, theirs).rule()).isEqualTo("attachment-not-found");
        assertThat(open(annElsewhere, ours).status()).isEqualTo(201);
        assertThat(open(FIRST.agent(), theirs).status()).isEqualTo(201);
    }

    @Test
    void of_many_who_want_a_file_one_gets_it() {
        UUID file = upload(FIRST.agent());
        List<UUID> tickets =
                IntStream.range(0, 8).mapToObj(i -> FIRST.agent().open("No " + i).id()).toList();

        List<Integer> statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i ->
                                attach((i % 2 == 0 ? FIRST : SECOND).agent(), tickets.get(i), file)
                                        .status())
                        .sorted()
                        .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        assertThat(tickets.stream().filter(ticket -> happenedTo(ticket).size() == 2)).hasSize(1);
        assertThat(happenedTo(file))
                .containsExactly(AttachmentUploaded.class, AttachmentPlaced.class);
    }

    @Test
    void of_many_openings_with_the_same_file_one_happens() {
        UUID file = upload(FIRST.agent());

        List<Integer> statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> open((i % 2 == 0 ? FIRST : SECOND).agent(), file).status())
                        .sorted()
                        .toList();

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void an_upload_under_a_key_happens_once_on_any_node() {
        String key = UUID.randomUUID().toString();
        Answer first = FIRST.agent().upload("a.txt", "under a key", KEY, key);
        Answer again = SECOND.agent().upload("a.txt", "under a key", KEY, key);
        Answer other = SECOND.agent().upload("a.txt", "something else", KEY, key);

        assertThat(again.withoutPosition()).isEqualTo(first.withoutPosition());
        assertThat(other.rule()).isEqualTo("idempotency-key-reused");
        assertThat(happenedTo(first.id())).containsExactly(AttachmentUploaded.class);
    }

    private static void sweep(TestNode node, Duration later) {
        Clock clock = Clock.offset(node.bean(Clock.class), later);
        node.bean(UnattachedFiles.class).at(clock).run();
    }

    private static boolean hasBytes(UUID attachment) {
        AttachmentUploaded uploaded =
                (AttachmentUploaded) FIRST.stream(attachment).getFirst().event();
        String sha256 = uploaded.sha256().value();
        Path content = TestNode.attachments(DATABASE).resolve("content");
        return Files.exists(content.resolve(sha256.substring(0, 2)).resolve(sha256));
    }

    @Test
    void what_nothing_brings_along_is_gone_after_a_day() {
        UUID wanted = upload(FIRST.agent());
        UUID unwanted = upload(FIRST.agent());
        UUID ticket = open(FIRST.agent(), wanted).id();
        sweep(FIRST, Duration.ofHours(23));
        assertThat(hasBytes(unwanted)).isTrue();

        Stream.of(FIRST, SECOND, FIRST, SECOND)
                .parallel()
                .forEach(node -> sweep(node, Duration.ofHours(25)));

        assertThat(hasBytes(wanted)).isTrue();
        assertThat(hasBytes(unwanted)).isFalse();
        assertThat(happenedTo(unwanted))
                .containsExactly(AttachmentUploaded.class, AttachmentErased.class);
        assertThat(FIRST.stream(unwanted).getLast().facts().actor()).isEqualTo(PersonId.SYSTEM);
        assertThat(attach(FIRST.agent(), ticket, unwanted).rule())
                .isEqualTo("attachment-is-erased");
    }

    @Test
    void a_removed_file_is_gone_within_hours_unless_another_one_has_its_bytes() {
        String shared = UUID.randomUUID().toString();
        UUID one = upload(FIRST.agent(), shared);
        UUID other = upload(FIRST.agent(), shared);
        UUID ticket = open(FIRST.agent(), one, other).id();
        String path = "/tickets/" + ticket + "/attachments/";

        assertThat(remove(path + one).status()).isEqualTo(200);
        sweep(FIRST, Duration.ofHours(2));
        assertThat(hasBytes(other)).isTrue();
        assertThat(remove(path + one).rule()).isEqualTo("file-not-found");
        assertThat(
                        FIRST.requester()
                                .post(path + other + "/removal", Map.of("reason", "x"))
                                .status())
                .isEqualTo(403);

        assertThat(remove(path + other).status()).isEqualTo(200);
        sweep(SECOND, Duration.ofHours(2));
        assertThat(hasBytes(other)).isFalse();
        assertThat(FIRST.ticket(ticket).getLast()).isInstanceOf(AttachmentRemoved.class);
        assertThat(happenedTo(other)).last().isEqualTo(AttachmentErased.class);
    }

    private static Answer remove(String path) {
        return FIRST.agent().post(path + "/removal", Map.of("reason", "A password is on it"));
    }

    /** As when a node is killed after it has kept the bytes and before the log has the event. */
    @Test
    void bytes_of_which_the_log_does_not_know_are_gone_after_a_day() throws IOException {
        ContentStore content = FIRST.bean(ContentStore.class);
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        AttachmentId unknown = new AttachmentId(UUID.randomUUID());
        String sha256;
        try (ReceivedFile file = content.receive(new ByteArrayInputStream(bytes))) {
            sha256 = file.sha256().value();
            content.keep(file, unknown, FIRST.bean(Clock.class).instant());
        }
        Path kept = TestNode.attachments(DATABASE).resolve("content/" + sha256.substring(0, 2));
        assertThat(kept.resolve(sha256)).exists();

        sweep(SECOND, Duration.ofHours(1));

        assertThat(kept.resolve(sha256)).doesNotExist();
    }

    @Test
    void a_ticket_with_files_is_loaded_from_its_snapshot() {
        UUID file = upload(FIRST.agent());
        UUID ticket = open(FIRST.agent(), file).id();
        for (int i = 0; i < 120; i++) {
            FIRST.agent().post("/tickets/" + ticket + "/notes", Map.of("body", "Note " + i));
        }
        List<TicketEvent> before = FIRST.ticket(ticket);
        try (TestNode fresh = TestNode.on(DATABASE)) {
            Answer removed =
                    fresh.agent()
                            .post(
                                    "/tickets/" + ticket + "/attachments/" + file + "/removal",
                                    Map.of("reason", "Old"));
            assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        }
        assertThat(FIRST.ticket(ticket)).hasSize(before.size() + 1);
    }
}
