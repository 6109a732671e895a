package dev.docket.command;

import static dev.docket.command.TestHttp.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.docket.command.TestHttp.Answer;
import dev.docket.event.Recorded;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command under an idempotency key may be sent again, to whichever node, whenever. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatedCommandsIT {

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode FIRST = TestNode.on(DATABASE, AnswersLost.class);
    private static final TestNode SECOND = TestNode.on(DATABASE);

    /** A request with a body, that a node may get under a key. */
    record Request(String method, String path, Object body, Role role) {

        Answer send(TestNode node, String key) {
            return node.as(TestNode.ANN, role).send(method, path, body, KEY, key);
        }
    }

    /** Two requests to the same address that say different things. */
    record Example(Request one, Request another) {

        static Example of(String method, String path, Object one, Object another, Role role) {
            return new Example(
                    new Request(method, path, one, role), new Request(method, path, another, role));
        }
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                example("open", RepeatedCommandsIT::open),
                example("reply", () -> onTicket("/replies", "body")),
                example("note", () -> onTicket("/notes", "body")),
                example("open with a file", RepeatedCommandsIT::openWithFile),
                example("reply with a file", () -> withFile("/replies")),
                example("note with a file", () -> withFile("/notes")),
                example("add files", RepeatedCommandsIT::addFiles),
                example("resolve", () -> onTicket("/resolution", "solution")),
                example("merge", RepeatedCommandsIT::merge),
                example("split", () -> onTicket("/splits", "subject")),
                example("draft article", RepeatedCommandsIT::draft),
                example("translate article", RepeatedCommandsIT::translate),
                example("archive article", RepeatedCommandsIT::archive),
                example("vote", RepeatedCommandsIT::vote),
                example("add category", RepeatedCommandsIT::addCategory),
                example("register", RepeatedCommandsIT::register),
                example("change roles", RepeatedCommandsIT::changeRoles));
    }

    private static Arguments example(String name, Supplier<Example> example) {
        return argumentSet(name, example);
    }

    private static Example open() {
        return Example.of(
                "POST",
                "/tickets",
                Map.of("subject", "No sound", "tags", List.of("room-3", "audio")),
                Map.of("subject", "No picture"),
                Role.AGENT);
    }

    private static Example onTicket(String part, String field) {
        String path = "/tickets/" + FIRST.agent().open("No sound").id() + part;
        return Example.of(
                "POST", path, Map.of(field, "One thing"), Map.of(field, "Another"), Role.AGENT);
    }

    private static UUID file() {
        return FIRST.agent().upload("a.txt", "a").id();
    }

    private static Example openWithFile() {
        return Example.of(
                "POST",
                "/tickets",
                Map.of("subject", "No sound", "attachments", List.of(file())),
                Map.of("subject", "No sound"),
                Role.AGENT);
    }

    private static Example withFile(String part) {
        return Example.of(
                "POST",
                "/tickets/" + FIRST.agent().open("No sound").id() + part,
                Map.of("body", "See there", "attachments", List.of(file())),
                Map.of("body", "See there", "attachments", List.of(file())),
                Role.AGENT);
    }

    private static Example addFiles() {
        return Example.of(
                "POST",
                "/tickets/" + FIRST.agent().open("No sound").id() + "/attachments",
                Map.of("attachments", List.of(file())),
                Map.of("attachments", List.of(file())),
                Role.AGENT);
    }

    private static Example merge() {
        UUID into = FIRST.agent().open("No sound").id();
        UUID elsewhere = FIRST.agent().open("No sound").id();
        String path = "/tickets/" + FIRST.agent().open("Silence").id() + "/merge";
        return Example.of(
                "POST", path, Map.of("into", into), Map.of("into", elsewhere), Role.AGENT);
    }

    private static Example draft() {
        return Example.of(
                "POST",
                "/articles",
                Map.of("language", "en", "title", "VPN", "tags", List.of("vpn", "remote")),
                Map.of("language", "en", "title", "Mail"),
                Role.AGENT);
    }

    private static UUID article() {
        return FIRST.agent().post("/articles", Map.of("language", "en", "title", "VPN")).id();
    }

    private static Example translate() {
        return Example.of(
                "POST",
                "/articles/" + article() + "/translations",
                Map.of("language", "de", "title", "VPN"),
                Map.of("language", "de", "title", "Netz"),
                Role.AGENT);
    }

    private static Example archive() {
        return Example.of(
                "POST",
                "/articles/" + article() + "/archive",
                Map.of("reason", "Old"),
                Map.of("reason", "Wrong"),
                Role.LEAD);
    }

    private static Example vote() {
        UUID category =
                new Request("POST", "/categories", aCategory(), Role.LEAD)
                        .send(FIRST, UUID.randomUUID().toString())
                        .id();
        UUID article =
                FIRST.agent()
                        .post(
                                "/articles",
                                Map.of(
                                        "language", "en",
                                        "title", "VPN",
                                        "body", "Connect.",
                                        "category", category))
                        .id();
        new Request("POST", "/articles/" + article + "/publication", Map.of(), Role.LEAD)
                .send(FIRST, UUID.randomUUID().toString());
        return Example.of(
                "PUT",
                "/articles/" + article + "/vote",
                Map.of("helpful", true),
                Map.of("helpful", false),
                Role.AGENT);
    }

    private static Map<String, ?> aCategory() {
        return Map.of("names", Map.of("en", "Category " + UUID.randomUUID()));
    }

    private static Example addCategory() {
        return Example.of("POST", "/categories", aCategory(), aCategory(), Role.LEAD);
    }

    private static Map<String, ?> someone(String email) {
        return Map.of("email", email, "name", "Eve", "roles", List.of("LEAD", "AGENT", "AUDITOR"));
    }

    private static Example register() {
        String email = UUID.randomUUID() + "@example.org";
        Map<String, ?> other = Map.of("email", email, "name", "Eva", "roles", List.of("AGENT"));
        return Example.of("POST", "/people", someone(email), other, Role.ADMIN);
    }

    private static Example changeRoles() {
        String email = UUID.randomUUID() + "@example.org";
        new Request("POST", "/people", someone(email), Role.ADMIN)
                .send(FIRST, UUID.randomUUID().toString());
        return Example.of(
                "PUT",
                "/people/" + PersonId.of(new EmailAddress(email)) + "/roles",
                Map.of("roles", List.of("AUDITOR", "REQUESTER", "AGENT")),
                Map.of("roles", List.of("AUDITOR")),
                Role.ADMIN);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_repeat_is_answered_as_the_first_time_on_every_node(Supplier<Example> example) {
        Request request = example.get().one();
        String key = UUID.randomUUID().toString();
        Answer answer = request.send(FIRST, key);
        List<UUID> events = recordedUnder(key);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        assertThat(events).isNotEmpty();

        assertThat(request.send(FIRST, key).withoutPosition()).isEqualTo(answer.withoutPosition());
        assertThat(request.send(SECOND, key).withoutPosition()).isEqualTo(answer.withoutPosition());
        assertThat(recordedUnder(key)).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_whose_answer_was_lost_is_there_once(Supplier<Example> example) {
        Request request = example.get().one();
        String key = UUID.randomUUID().toString();
        AnswersLost.loseNext();

        Answer lost = request.send(FIRST, key);
        List<UUID> events = recordedUnder(key);
        Answer elsewhere = request.send(SECOND, key);
        Answer again = request.send(FIRST, key);

        assertThat(lost.status()).isEqualTo(503);
        assertThat(events).isNotEmpty();
        assertThat(elsewhere.status()).isBetween(200, 201);
        assertThat(again.withoutPosition()).isEqualTo(elsewhere.withoutPosition());
        assertThat(recordedUnder(key)).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void another_request_under_the_same_key_is_refused(Supplier<Example> supplier) {
        Example example = supplier.get();
        String key = UUID.randomUUID().toString();
        example.one().send(FIRST, key);
        List<UUID> events = recordedUnder(key);

        for (TestNode node : List.of(FIRST, SECOND)) {
            Answer refused = example.another().send(node, key);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.rule()).isEqualTo("idempotency-key-reused");
        }
        assertThat(recordedUnder(key)).isEqualTo(events);
    }

    @Test
    void a_node_that_starts_anew_knows_the_keys_of_its_predecessor() {
        Request open = open().one();
        String key = UUID.randomUUID().toString();
        Answer answer;
        try (TestNode ending = TestNode.on(DATABASE)) {
            answer = open.send(ending, key);
        }
        try (TestNode beginning = TestNode.on(DATABASE)) {
            assertThat(open.send(beginning, key).withoutPosition())
                    .isEqualTo(answer.withoutPosition());
        }
        assertThat(recordedUnder(key)).hasSize(1);
    }

    @Test
    void the_answer_stays_what_it_was_when_the_ticket_has_moved_on() {
        UUID ticket = FIRST.requester().open("No sound").id();
        Request reply =
                new Request(
                        "POST", "/tickets/" + ticket + "/replies", Map.of("body", "?"), Role.AGENT);
        String key = UUID.randomUUID().toString();
        Answer answer = reply.send(FIRST, key);
        FIRST.agent().post("/tickets/" + ticket + "/resolution", Map.of("solution", "Plugged in"));

        Answer again = reply.send(SECOND, key);

        assertThat(answer.text("status")).isEqualTo("open");
        assertThat(again.withoutPosition()).isEqualTo(answer.withoutPosition());
    }

    @Test
    void a_repeat_needs_no_new_version_in_its_if_match() {
        Answer opened = FIRST.agent().open("No sound");
        String path = "/tickets/" + opened.id() + "/priority";
        Map<String, ?> high = Map.of("priority", "high");
        String[] headers = {KEY, UUID.randomUUID().toString(), "If-Match", opened.etag()};
        Answer changed = FIRST.agent().put(path, high, headers);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(SECOND.agent().put(path, high, headers).withoutPosition())
                .isEqualTo(changed.withoutPosition());
    }

    @Test
    void of_many_repeats_at_once_one_happens() {
        Request open = open().one();
        String key = UUID.randomUUID().toString();
        List<String> answers =
                IntStream.range(0, 24)
                        .parallel()
                        .mapToObj(i -> open.send(i % 2 == 0 ? FIRST : SECOND, key))
                        .map(Answer::withoutPosition)
                        .distinct()
                        .toList();

        assertThat(answers).hasSize(1);
        assertThat(recordedUnder(key)).hasSize(1);
    }

    @Test
    void a_number_is_given_once_however_often_a_key_is_reused() {
        Example open = open();
        String key = UUID.randomUUID().toString();
        open.one().send(FIRST, key);
        open.one().send(FIRST, key);
        open.another().send(FIRST, key);
        open.another().send(FIRST, key);

        List<String> numbers =
                IntStream.range(0, 4)
                        .mapToObj(i -> FIRST.agent().open("No sound").text("number"))
                        .toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    private static List<UUID> recordedUnder(String key) {
        return all().stream()
                .filter(event -> (TestNode.ANN + "/" + key).equals(event.facts().idempotencyKey()))
                .map(Recorded::id)
                .toList();
    }

    private static List<Recorded> all() {
        LogReader log = FIRST.bean(LogReader.class);
        List<Recorded> all = new ArrayList<>();
        for (List<Recorded> page = log.read(0, 1_000);
                !page.isEmpty();
                page = log.read(page.getLast().position(), 1_000)) {
            all.addAll(page);
        }
        return all;
    }

    @AfterAll
    static void numbers_are_unique_after_all_that() {
        assertThat(all())
                .extracting(Recorded::event)
                .filteredOn(TicketOpened.class::isInstance)
                .extracting(event -> ((TicketOpened) event).number())
                .doesNotHaveDuplicates();
        FIRST.close();
        SECOND.close();
    }
}
