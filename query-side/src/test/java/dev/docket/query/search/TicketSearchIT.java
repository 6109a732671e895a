package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.TenantId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.search.SearchPlatform.Answer;
import dev.docket.query.search.SearchPlatform.Someone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSearchIT {

    @TempDir static Path directory;
    private static SearchPlatform platform;

    private Someone agent;
    private Someone requester;

    @BeforeAll
    static void start() {
        platform = new SearchPlatform(directory.resolve("elasticsearch"));
        platform.awaitIndex();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void an_organisation_of_its_own() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        agent = Someone.of(tenant, Role.AGENT);
        requester = Someone.of(tenant, Role.REQUESTER);
    }

    @ParameterizedTest
    @CsvSource({
        "resetting passwords, Please reset my password",
        "Printers,            The printer is on fire",
        "passwrod,            Password forgotten",
        "printre jam,         Printer jammed again",
        "cafe,                The café has no Wi-Fi",
        "пароль,              Пароль не работает",
    })
    void other_forms_and_misspelt_words_are_found(String asked, String subject) {
        platform.ticket(requester, subject).open();
        platform.ticket(requester, "Something else entirely").open();

        Answer answer = platform.search(agent, asked);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.subjects()).containsExactly(subject);
    }

    @Test
    void a_number_comes_first() {
        long number = platform.ticket(requester, "Nothing in common").open();
        platform.ticket(requester, "About %d and DK-%d".formatted(number, number)).open();

        assertThat(platform.search(agent, "DK-" + number).subjects().getFirst())
                .isEqualTo("Nothing in common");
        assertThat(platform.search(agent, "dk-" + number).subjects().getFirst())
                .isEqualTo("Nothing in common");
        assertThat(platform.search(agent, Long.toString(number)).subjects().getFirst())
                .isEqualTo("Nothing in common");
    }

    @Test
    void words_in_the_subject_and_side_by_side_count_more() {
        platform.ticket(requester, "Old mail").describedAs("network or drive, who knows").open();
        platform.ticket(requester, "Drive of the network").open();
        platform.ticket(requester, "Network drive").open();

        assertThat(platform.search(agent, "network drive").subjects())
                .containsExactly("Network drive", "Drive of the network", "Old mail");
    }

    @Test
    void another_organisation_finds_nothing() {
        platform.ticket(requester, "Confidential merger").open();
        Someone stranger = Someone.of(new TenantId(UUID.randomUUID()), Role.ADMIN);

        assertThat(platform.search(agent, "merger").subjects()).hasSize(1);
        assertThat(platform.search(stranger, "merger").subjects()).isEmpty();
    }

    @Test
    void a_requester_finds_only_their_own_tickets() {
        Someone colleague = Someone.of(requester.tenant(), Role.REQUESTER);
        platform.ticket(requester, "My monitor").open();
        platform.ticket(colleague, "Their monitor").open();

        assertThat(platform.search(requester, "monitor").subjects()).containsExactly("My monitor");
        assertThat(
                        platform.search(
                                        requester,
                                        "monitor",
                                        "requester=" + colleague.person(),
                                        "facets=true")
                                .body()
                                .path("total")
                                .path("count")
                                .asInt())
                .isZero();
    }

    @Test
    void notes_are_found_by_agents_and_never_by_requesters() {
        UUID ticket = platform.ticket(requester, "Laptop is slow").openId();
        MessageId message = new MessageId(UUID.randomUUID());
        platform.append(
                agent,
                ticket,
                new ReplyAdded(
                        new TicketId(ticket),
                        new MessageId(UUID.randomUUID()),
                        agent.person(),
                        true,
                        true,
                        Channel.API,
                        "We are looking into the thermometer",
                        Status.OPEN),
                new NoteAdded(
                        new TicketId(ticket), message, agent.person(), "suspect cryptominer"));

        assertThat(platform.search(agent, "cryptominer").subjects()).hasSize(1);
        assertThat(platform.search(requester, "cryptominer").subjects()).isEmpty();
        assertThat(platform.search(requester, "laptop cryptominer").subjects()).isEmpty();
        Answer own = platform.search(requester, "thermometer");
        assertThat(own.subjects()).hasSize(1);
        assertThat(own.body().toString()).doesNotContain("suspect");
    }

    @Test
    void excerpts_mark_what_was_found_and_escape_everything_else() {
        platform.ticket(requester, "<script>alert('printer')</script>")
                .describedAs("The \"printers\" & <img src=x onerror=print()> <em>fake</em>")
                .open();

        Answer answer = platform.search(agent, "printer");

        var highlights = answer.body().path("items").path(0).path("highlights");
        assertThat(highlights.path("subject").path(0).asString())
                .isEqualTo("&lt;script&gt;alert(&#39;<em>printer</em>&#39;)&lt;/script&gt;");
        assertThat(highlights.path("description").path(0).asString())
                .contains("&quot;<em>printers</em>&quot; &amp; &lt;img")
                .doesNotContain("<img")
                .contains("&lt;em&gt;fake&lt;/em");
    }

    @Test
    void misspelt_words_are_marked_as_well() {
        platform.ticket(requester, "Projector broken").open();

        assertThat(
                        platform.search(agent, "projectr")
                                .body()
                                .path("items")
                                .path(0)
                                .path("highlights")
                                .path("subject")
                                .path(0)
                                .asString())
                .isEqualTo("<em>Projector</em> broken");
    }

    @Test
    void facets_count_what_was_found_and_filters_narrow_it() {
        platform.ticket(requester, "Keyboard one")
                .with(Priority.HIGH)
                .in("hardware/input", "usb", "new")
                .assignedTo(agent)
                .open();
        platform.ticket(requester, "Keyboard two").with(Priority.HIGH).in("hardware", "usb").open();
        platform.ticket(requester, "Keyboard three").with(Priority.LOW).in("other").open();

        Answer all = platform.search(agent, "keyboard", "facets=true");

        assertThat(all.body().path("facets").path("priority").toString())
                .isEqualTo("[{\"value\":\"high\",\"count\":2},{\"value\":\"low\",\"count\":1}]");
        assertThat(all.body().path("facets").path("tags").path(0).toString())
                .isEqualTo("{\"value\":\"usb\",\"count\":2}");
        assertThat(all.body().path("facets").path("assignee").path(0).path("value").asString())
                .isEqualTo(agent.person().toString());
        assertThat(all.body().path("facets").path("status").toString())
                .contains("{\"value\":\"new\",\"count\":2}", "{\"value\":\"open\",\"count\":1}");
        assertThat(platform.search(agent, "keyboard", "category=hardware").subjects())
                .containsExactlyInAnyOrder("Keyboard one", "Keyboard two");
        assertThat(platform.search(agent, "keyboard", "tags=usb,new").subjects())
                .containsExactly("Keyboard one");
        assertThat(platform.search(agent, "keyboard", "priority=low,medium").subjects())
                .containsExactly("Keyboard three");
        assertThat(platform.search(agent, "keyboard", "assignee=me").subjects())
                .containsExactly("Keyboard one");
        assertThat(platform.search(agent, "keyboard", "assignee=none").subjects()).hasSize(2);
        assertThat(platform.search(agent, "keyboard", "status=open").subjects())
                .containsExactly("Keyboard one");
        assertThat(platform.search(agent, "keyboard").body().has("facets")).isFalse();
    }

    @Test
    void pages_walk_over_every_ticket_once() {
        IntStream.range(0, 57)
                .forEach(n ->
                        platform.ticket(requester, "Walkable thing " + n)
                                .describedAs("walkable ".repeat(n % 7))
                                .open());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Answer page =
                    cursor == null
                            ? platform.search(agent, "walkable", "limit=10")
                            : platform.search(agent, "walkable", "limit=10", "cursor=" + cursor);
            seen.addAll(page.subjects());
            var next = page.body().path("nextCursor");
            cursor = next.isNull() ? null : next.asString();
        } while (cursor != null);

        assertThat(seen).hasSize(57);
        assertThat(new HashSet<>(seen)).hasSize(57);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "*:*", "tenant:*", "\" OR 1=1", "(((", "a AND OR NOT", "/.*/",
                        "{\"match_all\":{}}",
                "~~~", "\\", "😀", "+-&|!(){}[]^\"~*?:\\/", "\u0000", "\uD800", "<script>", "%"
            })
    void syntax_is_only_text(String asked) {
        platform.ticket(requester, "Not to be found by tricks").open();

        Answer answer = platform.search(agent, asked);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.subjects()).isEmpty();
    }

    @Test
    void what_is_asked_has_limits() {
        assertThat(platform.search(agent, "").status()).isEqualTo(400);
        assertThat(platform.search(agent, "a".repeat(501)).status()).isEqualTo(400);
        assertThat(platform.search(agent, "w".repeat(500)).status()).isEqualTo(200);
        String manyWords = String.join(" ", IntStream.range(0, 33).mapToObj(n -> "w" + n).toList());
        assertThat(platform.search(agent, manyWords).status()).isEqualTo(400);
        assertThat(platform.search(agent, "x", "limit=101").status()).isEqualTo(400);
        assertThat(platform.search(agent, "x", "cursor=abc").status()).isEqualTo(400);
        assertThat(platform.search(agent, "x", "unknown=1").status()).isEqualTo(400);
    }
}
