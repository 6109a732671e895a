package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each construct of the query language finds what it says and nothing else. */
@ExtendWith(OnQueryPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryLanguageIT {

    private static final UUID TEAM = UUID.randomUUID();

    private final QueryPlatform platform;
    private final Someone agent;
    private final Someone requester;
    private final String printerNumber;

    QueryLanguageIT(QueryPlatform platform) {
        this.platform = platform;
        Someone founder = Someone.ofNewOrganisation(Role.ADMIN);
        agent = register(founder, "Ann \"The Agent\" Smith", "ann@example.org", Role.AGENT);
        requester = register(founder, "Rob Requester", "rob@example.org", Role.REQUESTER);
        Someone other = register(founder, "Olga Other", "olga@example.org", Role.REQUESTER);
        UUID printer =
                Tickets.ticket(requester, "Printer shows a blue screen")
                        .describedAs("It printed yesterday")
                        .with(Priority.HIGH)
                        .in("hardware/printer", "vpn", "Blue Floor")
                        .assignedTo(TEAM, agent)
                        .at(Instant.parse("2026-01-05T12:00:00Z"))
                        .open(platform);
        platform.append(agent, printer, Tickets.note(printer, agent, "suspect a cryptominer"));
        Tickets.ticket(requester, "Tunnel to the office")
                .describedAs("The screen stays blue; VPN, company laptop")
                .with(Priority.LOW)
                .in("network", "vpn")
                .at(Instant.parse("2026-03-01T00:00:00Z"))
                .open(platform);
        Tickets.ticket(other, "Monitor broken")
                .describedAs("Nothing but stripes")
                .in(null)
                .at(Instant.parse("2026-05-01T00:00:00Z"))
                .open(platform);
        platform.get(agent, "/api/v1/people");
        printerNumber =
                platform.get(agent, "/api/v1/tickets/" + printer).body().path("number").asString();
    }

    private Someone register(Someone founder, String name, String email, Role role) {
        EmailAddress address = new EmailAddress(UUID.randomUUID() + email);
        Someone someone = new Someone(founder.tenant(), PersonId.of(address), Set.of(role));
        platform.append(
                someone,
                someone.person().value(),
                new PersonRegistered(someone.person(), address, name, someone.roles()));
        return someone;
    }

    /** What an agent finds, by the first letter of its subject: Printer, Tunnel, Monitor. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"blue screen\"                       | P",
                "\"screen blue\"                       |",
                "\"blue screens\"                      | P",
                "blue -\"blue screen\"                 | T",
                "blue NOT printer                      | T",
                "-blue                                 | M",
                "screen (printer OR tunnel)            | P T",
                "printer OR monitor                    | P M",
                "(blue printer) OR stripes             | P M",
                "-(printer OR tunnel)                  | M",
                "print*                                | P",
                "PRIN*                                 | P",
                "monitors OR (print* -blue)            | M",
                "company*                              | T",
                "status:open                           | P",
                "status:new                            | T M",
                "status:new,open                       | P T M",
                "-status:open                          | T M",
                "priority:high,low                     | P T",
                "type:incident                         | P T M",
                "type:change                           |",
                "channel:api                           | P T M",
                "channel:email                         |",
                "category:hardware                     | P",
                "category:Hardware/Printer             | P",
                "category:printer                      |",
                "tag:vpn                               | P T",
                "tag:VPN tag:\"blue floor\"            | P",
                "tag:\"blue floor\",none               | P",
                "assignee:me                           | P",
                "assignee:none                         | T M",
                "assignee:me,none                      | P T M",
                "assignee:\"ann \\\"the agent\\\" smith\" | P",
                "requester:\"Olga Other\"              | M",
                "requester:me                          |",
                "team:none                             | T M",
                "is:unassigned                         | T M",
                "is:assigned                           | P",
                "is:unresolved                         | P T M",
                "has:category                          | P T",
                "-has:tag                              | M",
                "subject:blue                          | P",
                "subject:\"a blue screen\"             | P",
                "subject:monit*,tunnels                | T M",
                "subject:stripes                       |",
                "created:2026-01-05                    | P",
                "created:2026-01                       | P",
                "created>2026-01-05                    | T M",
                "created>=2026-03-01                   | T M",
                "created<2026-03-01                    | P",
                "created<=2026-03-01                   | P T",
                "created>=2026-03-01T00:00:00Z created<2026-03-01T00:00:01Z | T",
                "created>100y                          | P T M",
                "updated<2026-02-01 tag:vpn            |",
                "cryptominer                           | P",
                "-cryptominer                          | T M",
                "status:open OR tag:vpn -printer       | P T",
                "subject:printer OR is:unassigned      | P T M",
            })
    void each_construct_finds_what_it_says(String query, @Nullable String letters) {
        assertThat(found(agent, query))
                .containsExactlyInAnyOrderElementsOf(
                        letters == null ? List.of() : Arrays.asList(letters.split(" ", -1)));
    }

    private List<String> found(Someone caller, String query) {
        Answer answer = platform.search(caller, query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.items("subject").stream().map(subject -> subject.substring(0, 1)).toList();
    }

    @Test
    void ids_addresses_and_numbers_find_too() {
        assertThat(found(agent, "assignee:" + agent.person())).containsExactly("P");
        assertThat(found(agent, "requester:" + address(requester) + " blue"))
                .containsExactlyInAnyOrder("P", "T");
        assertThat(found(agent, "requester:nobody@example.org")).isEmpty();
        assertThat(found(agent, "team:" + TEAM)).containsExactly("P");
        assertThat(found(agent, "number:" + printerNumber)).containsExactly("P");
        assertThat(found(agent, "-number:" + printerNumber)).containsExactlyInAnyOrder("T", "M");
        assertThat(found(agent, "status:open " + printerNumber)).containsExactly("P");
    }

    private String address(Someone someone) {
        return platform.get(agent, "/api/v1/people").items().stream()
                .filter(p -> p.path("id").asString().equals(someone.person().toString()))
                .map(p -> p.path("email").asString())
                .findFirst()
                .orElseThrow();
    }

    /** An exclusion could tell as much as a search: it is never made of what is in a note. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "cryptominer                |",
                "-cryptominer               | P T",
                "-cryptomin*                | P T",
                "-\"suspect a cryptominer\" | P T",
                "cryptominer OR tunnel      | T",
                "cryptomin*                 |",
                "monitor OR tunnel          | T",
                "-tunnel                    | P",
                "requester:\"Olga Other\"   |",
                "requester:me               | P T",
                "assignee:\"Nobody at all\" |",
            })
    void requesters_learn_of_their_own_tickets_only(String query, @Nullable String letters) {
        assertThat(found(requester, query))
                .containsExactlyInAnyOrderElementsOf(
                        letters == null ? List.of() : Arrays.asList(letters.split(" ", -1)));
    }

    @Test
    void another_organisation_finds_nothing_by_any_construct() {
        Someone stranger = Someone.ofNewOrganisation(Role.ADMIN);

        assertThat(found(stranger, "-nonsense")).isEmpty();
        assertThat(found(stranger, "status:new OR status:open")).isEmpty();
        assertThat(found(stranger, "assignee:" + agent.person())).isEmpty();
    }

    @Test
    void words_beside_other_constructs_still_forgive() {
        assertThat(found(agent, "tag:vpn pinter")).containsExactly("P");
        assertThat(found(agent, "is:unassigned tunel offices")).containsExactly("T");
    }

    @Test
    void a_mistake_is_a_problem_with_its_place() {
        Answer answer = platform.search(agent, "printer stauts:open");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("field").asString()).isEqualTo("q");
        assertThat(answer.body().path("rule").asString()).isEqualTo("unknown-field");
        assertThat(answer.body().path("from").asInt()).isEqualTo(8);
        assertThat(answer.body().path("to").asInt()).isEqualTo(14);
        assertThat(answer.body().path("didYouMean").asString()).isEqualTo("status");
        assertThat(answer.body().path("detail").asString()).contains("did you mean status?");
    }

    @Test
    void too_much_is_refused_by_name_and_place() {
        String clauses =
                String.join(" ", IntStream.range(0, 33).mapToObj(n -> "tag:t" + n).toList());
        String words = String.join(" ", IntStream.range(0, 33).mapToObj(n -> "w" + n).toList());

        assertRefused(clauses, "too-many-clauses", clauses.lastIndexOf("t32"));
        assertRefused(words, "too-many-words", words.lastIndexOf("w32"));
        assertRefused("((((((a))))))", "too-deep", 5);
        assertRefused("printer *", "wildcard", 8);
    }

    private void assertRefused(String query, String rule, int from) {
        Answer answer = platform.search(agent, query);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("rule").asString()).isEqualTo(rule);
        assertThat(answer.body().path("from").asInt()).isEqualTo(from);
    }

    @Test
    void facets_pages_and_excerpts_go_with_any_query() {
        Answer answer = platform.search(agent, "tag:vpn -nothing", "facets=true", "limit=1");
        assertThat(answer.body().path("facets").path("priority").toString())
                .contains("{\"value\":\"high\",\"count\":1}", "{\"value\":\"low\",\"count\":1}");
        assertThat(
                        platform.walk(agent, QueryPlatform.searchFor("tag:vpn", "limit=1")).stream()
                                .flatMap(page -> page.items("subject").stream()))
                .hasSize(2);
        assertThat(subjectOf(platform.search(agent, "\"blue screen\" print* -stripes")))
                .isEqualTo("<em>Printer</em> shows a <em>blue</em> <em>screen</em>");
        assertThat(subjectOf(platform.search(agent, "(printer OR stripes) tag:vpn")))
                .isEqualTo("<em>Printer</em> shows a blue screen");
    }

    private static String subjectOf(Answer answer) {
        JsonNode highlights = answer.body().path("items").path(0).path("highlights");
        return highlights.path("subject").path(0).asString();
    }

    @Test
    void synonyms_hold_at_once_and_for_what_was_written_before() {
        assertThat(found(agent, "bsod")).isEmpty();
        Articles.base(
                platform,
                agent,
                new SynonymsAdded(
                        new SynonymsId(UUID.randomUUID()),
                        new TreeSet<>(List.of("bsod", "blue screen"))));
        platform.get(agent, "/api/v1/synonyms");

        assertThat(found(agent, "bsod")).containsExactly("P");
        assertThat(subjectOf(platform.search(agent, "bsod")))
                .isEqualTo("Printer shows a <em>blue</em> <em>screen</em>");
        assertThat(found(agent, "bsod -tag:vpn")).isEmpty();
        Someone stranger = Someone.ofNewOrganisation(Role.AGENT);
        Tickets.ticket(stranger, "A blue screen").open(platform);
        assertThat(found(stranger, "bsod")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "sta            | 0-3 status:",
                "x -s           | 3-4 status: 3-4 subject:",
                "status:        | 7-7 new 7-7 open 7-7 in_progress 7-7 pending 7-7 resolved 7-7"
                        + " closed 7-7 merged",
                "status:new,op  | 11-13 open",
                "created>t      | 8-9 today",
                "is:u           | 3-4 unassigned 3-4 unresolved",
                "tag:V          | 4-5 vpn",
                "tag:\"blue f   | 4-11 \"Blue Floor\"",
                "category:hard  | 9-13 hardware/printer",
                "assignee:m     | 9-10 me",
                "number:1       |",
                "unknown:x      |",
                "printer        |",
            })
    void what_may_stand_at_the_cursor_is_offered(String query, @Nullable String offered) {
        Answer answer = platform.get(agent, completions(query));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(
                        String.join(
                                " ",
                                answer.items().stream()
                                        .map(item ->
                                                "%s-%s %s"
                                                        .formatted(
                                                                item.path("from"),
                                                                item.path("to"),
                                                                item.path("text").asString()))
                                        .toList()))
                .isEqualTo(offered == null ? "" : offered);
    }

    private static String completions(String query) {
        return "/api/v1/search/tickets/completions?q=" + QueryPlatform.coded(query);
    }

    @Test
    void people_are_offered_to_those_who_may_know_them() {
        Answer answer = platform.get(agent, completions("requester:ol"));
        assertThat(answer.items("label")).containsExactly("Olga Other");
        String chosen = answer.items("text").getFirst();
        assertThat(found(agent, "requester:" + chosen)).containsExactly("M");

        assertThat(platform.get(requester, completions("requester:ol")).items()).isEmpty();
        assertThat(platform.get(requester, completions("requester:")).items("text"))
                .containsExactly("me");
        assertThat(platform.get(requester, completions("tag:")).items("text"))
                .containsExactlyInAnyOrder("vpn", "\"Blue Floor\"");
        Someone stranger = Someone.ofNewOrganisation(Role.AGENT);
        assertThat(platform.get(stranger, completions("requester:ol")).items()).isEmpty();
        assertThat(platform.get(stranger, completions("tag:")).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created<9999-12-31", "created:1000", "created>9999y", "updated<9999mo",
                "assignee:\"\u0000\"", "tag:\"\u0000\"", "\"\u0000\"", "subject:\"\"",
                "category:\"\"", "-(😀 OR 😀)", "(😀) x"
            })
    void what_fits_the_language_is_answered_however_odd(String query) {
        assertThat(platform.search(agent, query).status()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag:.*[", "tag:\"\\\"", "tag:#~@&<>()", "requester:%_", "((((", "😀:"})
    void what_is_typed_so_far_may_be_anything(String query) {
        for (int at = 0; at <= query.length(); at++) {
            assertThat(platform.get(agent, completions(query) + "&at=" + at).status())
                    .isEqualTo(200);
        }
    }
}
