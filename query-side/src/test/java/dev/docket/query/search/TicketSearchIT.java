package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OnQueryPlatform.class)
class TicketSearchIT {

    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);
    private final Someone requester = agent.colleague(Role.REQUESTER);

    TicketSearchIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private UUID open(String subject) {
        return Tickets.ticket(requester, subject).open(platform);
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
        open(subject);
        open("Something else entirely");

        Answer answer = platform.search(agent, asked);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items("subject")).containsExactly(subject);
    }

    @Test
    void a_number_comes_first() {
        UUID id = UUID.randomUUID();
        TicketOpened opened = Tickets.ticket(requester, "Nothing in common").event(id);
        platform.append(requester, id, opened);
        long number = opened.number().value();
        open("About %d and DK-%d".formatted(number, number));

        assertThat(platform.search(agent, "DK-" + number).items("subject").getFirst())
                .isEqualTo("Nothing in common");
        assertThat(platform.search(agent, "dk-" + number).items("subject").getFirst())
                .isEqualTo("Nothing in common");
        assertThat(platform.search(agent, Long.toString(number)).items("subject").getFirst())
                .isEqualTo("Nothing in common");
    }

    @Test
    void words_in_the_subject_and_side_by_side_count_more() {
        Tickets.ticket(requester, "Old mail")
                .describedAs("network or drive, who knows")
                .open(platform);
        open("Drive of the network");
        open("Network drive");

        assertThat(platform.search(agent, "network drive").items("subject"))
                .containsExactly("Network drive", "Drive of the network", "Old mail");
    }

    @Test
    void another_organisation_finds_nothing() {
        open("Confidential merger");
        Someone stranger = Someone.ofNewOrganisation(Role.ADMIN);

        assertThat(platform.search(agent, "merger").items("subject")).hasSize(1);
        assertThat(platform.search(stranger, "merger").items("subject")).isEmpty();
    }

    @Test
    void a_requester_finds_only_their_own_tickets() {
        Someone colleague = requester.colleague(Role.REQUESTER);
        open("My monitor");
        Tickets.ticket(colleague, "Their monitor").open(platform);

        assertThat(platform.search(requester, "monitor").items("subject"))
                .containsExactly("My monitor");
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
        UUID ticket = open("Laptop is slow");
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

        assertThat(platform.search(agent, "cryptominer").items("subject")).hasSize(1);
        assertThat(platform.search(requester, "cryptominer").items("subject")).isEmpty();
        assertThat(platform.search(requester, "laptop cryptominer").items("subject")).isEmpty();
        Answer own = platform.search(requester, "thermometer");
        assertThat(own.items("subject")).hasSize(1);
        assertThat(own.body().toString()).doesNotContain("suspect");
    }

    @Test
    void excerpts_mark_what_was_found_and_escape_everything_else() {
        Tickets.ticket(requester, "<script>alert('printer')</script>")
                .describedAs("The \"printers\" & <img src=x onerror=print()> <em>fake</em>")
                .open(platform);

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
        open("Projector broken");

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
    void a_word_that_many_tickets_have_is_no_mistake_and_one_that_few_have_may_be() {
        IntStream.range(0, KnownWords.FROM).forEach(n -> open("Invoice missing"));
        open("Inboice missing");

        assertThat(platform.search(agent, "invoice", "limit=50").items()).hasSize(KnownWords.FROM);
        assertThat(platform.search(agent, "inboice", "limit=50").items("subject"))
                .hasSize(KnownWords.FROM + 1)
                .startsWith("Inboice missing");
        assertThat(
                        platform
                                .walk(agent, QueryPlatform.searchFor("missing inboice", "limit=4"))
                                .stream()
                                .flatMap(page -> page.items("id").stream())
                                .distinct())
                .hasSize(KnownWords.FROM + 1);
    }

    @Test
    void facets_count_what_was_found_and_filters_narrow_it() {
        Tickets.ticket(requester, "Keyboard one")
                .with(Priority.HIGH)
                .in("hardware/input", "usb", "new")
                .assignedTo(null, agent)
                .open(platform);
        Tickets.ticket(requester, "Keyboard two")
                .with(Priority.HIGH)
                .in("hardware", "usb")
                .open(platform);
        Tickets.ticket(requester, "Keyboard three").with(Priority.LOW).in("other").open(platform);

        Answer all = platform.search(agent, "keyboard", "facets=true");

        assertThat(all.body().path("facets").path("priority").toString())
                .isEqualTo("[{\"value\":\"high\",\"count\":2},{\"value\":\"low\",\"count\":1}]");
        assertThat(all.body().path("facets").path("tags").path(0).toString())
                .isEqualTo("{\"value\":\"usb\",\"count\":2}");
        assertThat(all.body().path("facets").path("assignee").path(0).path("value").asString())
                .isEqualTo(agent.person().toString());
        assertThat(all.body().path("facets").path("status").toString())
                .contains("{\"value\":\"new\",\"count\":2}", "{\"value\":\"open\",\"count\":1}");
        assertThat(platform.search(agent, "keyboard", "category=hardware").items("subject"))
                .containsExactlyInAnyOrder("Keyboard one", "Keyboard two");
        assertThat(platform.search(agent, "keyboard", "tags=usb,new").items("subject"))
                .containsExactly("Keyboard one");
        assertThat(platform.search(agent, "keyboard", "priority=low,medium").items("subject"))
                .containsExactly("Keyboard three");
        assertThat(platform.search(agent, "keyboard", "assignee=me").items("subject"))
                .containsExactly("Keyboard one");
        assertThat(platform.search(agent, "keyboard", "assignee=none").items("subject")).hasSize(2);
        assertThat(platform.search(agent, "keyboard", "status=open").items("subject"))
                .containsExactly("Keyboard one");
        assertThat(platform.search(agent, "keyboard").body().has("facets")).isFalse();
    }

    @Test
    void pages_walk_over_every_ticket_once() {
        IntStream.range(0, 57)
                .forEach(n ->
                        Tickets.ticket(requester, "Walkable thing " + n)
                                .describedAs("walkable ".repeat(n % 7))
                                .open(platform));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Answer page =
                    cursor == null
                            ? platform.search(agent, "walkable", "limit=10")
                            : platform.search(agent, "walkable", "limit=10", "cursor=" + cursor);
            seen.addAll(page.items("subject"));
            var next = page.body().path("nextCursor");
            cursor = next.isNull() ? null : next.asString();
        } while (cursor != null);

        assertThat(seen).hasSize(57);
        assertThat(new HashSet<>(seen)).hasSize(57);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Error: tricks?x",
                "https://a/b?c=d",
                "C:\\temp\\x",
                "17\" and 19\"",
                "-> --force",
                "{\"match_all\":{}}",
                "~~~",
                "\\",
                "😀",
                ":)",
                "\u0000",
                "\uD800",
                "<script>",
                "%"
            })
    void what_people_paste_is_only_text(String asked) {
        open("Not to be found by chance");

        Answer answer = platform.search(agent, asked);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.items("subject")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*:*",
                "tenant:*",
                "\" OR 1=1",
                "(((",
                "a AND OR NOT",
                "/.*/",
                "+-&|!(){}[]^\"~*?:\\/"
            })
    void what_would_hurt_or_says_nothing_is_refused(String asked) {
        Answer answer = platform.search(agent, asked);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("field").asString()).isEqualTo("q");
        assertThat(answer.body().path("to").asInt())
                .isBetween(answer.body().path("from").asInt() + 1, asked.length());
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
