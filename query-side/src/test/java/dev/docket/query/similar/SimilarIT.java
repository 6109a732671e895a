package dev.docket.query.similar;

import static dev.docket.query.Articles.article;
import static dev.docket.query.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimilarIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BADGER = "The badger scanner at the gate rejects every badge";

    private final QueryPlatform platform;
    private final Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
    private final Someone other = requester.colleague(Role.REQUESTER);
    private final Someone agent = requester.colleague(Role.AGENT);

    SimilarIT(QueryPlatform platform) {
        this.platform = platform;
    }

    /** Waits for what was appended up to now. */
    private Answer like(Someone caller, Map<String, ?> draft) {
        return await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> post(caller, JSON.writeValueAsString(draft)),
                        answer ->
                                answer.header("Docket-Stale").isEmpty() && answer.status() != 503);
    }

    private Answer post(Someone caller, String body) {
        return platform.send(
                platform.request(caller, "/api/v1/similar")
                        .header("Content-Type", "application/json")
                        .header("Docket-Position", Long.toString(platform.head()))
                        .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> ids(Answer answer, String kind) {
        return answer.body().path(kind).valueStream().map(i -> i.path("id").asString()).toList();
    }

    @Test
    void a_draft_finds_tickets_that_say_the_same_in_other_forms_and_says_how_much() {
        UUID alike =
                ticket(requester, "Badge scanners rejecting badges").describedAs("").open(platform);
        UUID lessAlike =
                ticket(requester, "A scanner is dirty")
                        .describedAs("Please clean the toner off the glass")
                        .open(platform);
        ticket(requester, "Payroll is late").describedAs("Nothing came in May").open(platform);

        Answer answer =
                like(
                        agent,
                        Map.of("subject", BADGER, "description", "Since Monday <b>morning</b>"));

        assertThat(ids(answer, "tickets")).containsExactly(alike.toString(), lessAlike.toString());
        JsonNode best = answer.body().path("tickets").path(0);
        JsonNode second = answer.body().path("tickets").path(1);
        assertThat(best.path("likeness").asDouble())
                .isBetween(second.path("likeness").asDouble(), 1.0);
        assertThat(second.path("likeness").asDouble()).isBetween(0.01, 0.9);
        assertThat(best.path("highlights").path("subject").path(0).asString())
                .isEqualTo("<em>Badge</em> <em>scanners</em> <em>rejecting</em> <em>badges</em>");
        assertThat(best.path("status").asString()).isEqualTo("new");
        assertThat(best.path("number").asString()).startsWith("DK-");
    }

    @Test
    void a_ticket_is_not_like_itself_nor_like_what_was_merged_into_it() {
        UUID one = ticket(requester, BADGER).describedAs("").open(platform);
        UUID merged = ticket(requester, BADGER).describedAs("").open(platform);
        UUID solved = ticket(other, BADGER).describedAs("").open(platform);
        platform.append(
                agent,
                merged,
                new TicketMerged(new TicketId(merged), Status.NEW, new TicketId(one)));
        platform.append(
                agent,
                solved,
                new TicketResolved(
                        new TicketId(solved), Status.NEW, "Cleaned the lens of the scanner"));
        Answer seen = platform.get(agent, "/api/v1/tickets/" + one);

        for (String name : List.of(one.toString(), seen.body().path("number").asString())) {
            Answer answer = platform.get(agent, "/api/v1/tickets/" + name + "/similar");
            assertThat(ids(answer, "tickets")).containsExactly(solved.toString());
        }
        assertThat(ids(like(agent, Map.of("subject", BADGER)), "tickets"))
                .containsExactlyInAnyOrder(one.toString(), merged.toString(), solved.toString());
    }

    @Test
    void requesters_are_told_of_their_own_tickets_and_nobody_of_another_organisations() {
        UUID own = ticket(requester, BADGER).open(platform);
        UUID theirs = ticket(other, BADGER).open(platform);
        Someone stranger = Someone.ofNewOrganisation(Role.ADMIN);
        UUID foreign = ticket(stranger, BADGER).open(platform);

        assertThat(ids(like(requester, Map.of("subject", BADGER)), "tickets"))
                .containsExactly(own.toString());
        assertThat(ids(like(agent, Map.of("subject", BADGER)), "tickets"))
                .containsExactlyInAnyOrder(own.toString(), theirs.toString());
        assertThat(ids(like(stranger, Map.of("subject", BADGER)), "tickets"))
                .containsExactly(foreign.toString());
        assertThat(platform.get(requester, "/api/v1/tickets/" + theirs + "/similar").status())
                .isEqualTo(404);
        assertThat(platform.get(agent, "/api/v1/tickets/" + foreign + "/similar").status())
                .isEqualTo(404);
    }

    @Test
    void what_only_notes_say_makes_no_ticket_alike() {
        UUID noted = ticket(requester, "Something else").describedAs("").open(platform);
        platform.append(agent, noted, Tickets.note(noted, agent, BADGER));

        assertThat(ids(like(requester, Map.of("subject", BADGER)), "tickets")).isEmpty();
    }

    @Test
    void articles_are_suggested_to_those_who_may_read_them() {
        Someone editor = requester.colleague(Role.ADMIN);
        UUID open =
                article(editor, "When a badge is rejected")
                        .saying("Scanners at gates", "Clean the scanner, then try the badge again.")
                        .publish(platform);
        UUID internal =
                article(editor, "Opening a badge scanner")
                        .saying("", "The badge scanner at the gate has four screws.")
                        .to(Visibility.AGENTS)
                        .publish(platform);
        article(editor, "Badge scanner drafts").saying("", BADGER).draft(platform);

        Answer toRequester = like(requester, Map.of("subject", BADGER));
        assertThat(ids(toRequester, "articles")).containsExactly(open.toString());
        JsonNode best = toRequester.body().path("articles").path(0);
        assertThat(best.path("likeness").asDouble()).isBetween(0.1, 1.0);
        assertThat(best.path("highlights").path("title").path(0).asString())
                .isEqualTo("When a <em>badge</em> is <em>rejected</em>");
        assertThat(ids(like(agent, Map.of("subject", BADGER)), "articles"))
                .containsExactlyInAnyOrder(open.toString(), internal.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"subject\": 7}                      | 400 | wrong-type    | subject",
                "{\"subject\": [\"a\"]}                | 400 | wrong-type    | subject",
                "{\"subject\": \"a\", \"title\": \"b\"}| 400 | unknown-field | title",
                "{\"subject\": \"a\", \"limit\": \"1\"}| 400 | wrong-type    | limit",
                "{\"subject\": \"a\", \"limit\": 1.5}  | 400 | wrong-type    | limit",
                "{\"subject\": \"a\", \"limit\": 0}    | 422 | invalid-field | limit",
                "{\"subject\": \"a\", \"limit\": 21}   | 422 | invalid-field | limit",
                "{}                                    | 422 | invalid-field | subject",
                "{\"subject\": \" \"}                  | 422 | invalid-field | subject",
            })
    void what_does_not_fit_is_refused_by_name(String body, int status, String rule, String field) {
        Answer refused = post(agent, body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.body().path("rule").asString()).isEqualTo(rule);
        assertThat(refused.body().path("field").asString()).isEqualTo(field);
    }

    @Test
    void what_is_too_long_is_refused_and_what_is_long_is_answered() {
        Answer subject = like(agent, Map.of("subject", "x".repeat(256)));
        assertThat(subject.status()).isEqualTo(422);
        assertThat(subject.body().path("field").asString()).isEqualTo("subject");
        assertThat(like(agent, Map.of("description", "x".repeat(65_537))).status()).isEqualTo(422);

        String many =
                IntStream.range(0, 5_000)
                        .mapToObj(n -> "badge" + n)
                        .collect(Collectors.joining(" "));
        assertThat(like(agent, Map.of("description", many)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800 badge",
                "badge \\u0000\\u0007",
                "* AND badge:(\\\"",
                "ばっじ 徽章 značka 🦡",
                "... !!! ---"
            })
    void nothing_that_is_written_is_syntax(String text) {
        assertThat(post(agent, "{\"subject\": \"%s\"}".formatted(text)).status()).isEqualTo(200);
    }
}
