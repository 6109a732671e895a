package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One ticket on its whole way: command, log, views, index, numbers, history. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketJourneyIT {

    private final Api api;

    TicketJourneyIT(Platform platform) {
        api = platform.signIn();
    }

    @Test
    void an_opened_ticket_is_in_every_view_at_the_position_of_its_answer() {
        Answer opened = open("The printer on the third floor smells of smoke");
        String path = opened.location();

        Answer ticket = api.getAfter(opened, path);
        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.header("Docket-Stale")).isNull();
        assertThat(ticket.body().path("number").asString()).matches("DK-\\d+");
        assertThat(ticket.body().path("status").asString()).isEqualTo("new");
        assertThat(ticket.etag()).isEqualTo(opened.etag());

        Answer list = api.getAfter(opened, "/api/v1/tickets?sort=-openedAt&limit=200");
        assertThat(list.body().path("items").valueStream().map(item -> item.path("id").asString()))
                .contains(opened.id());
    }

    @Test
    void a_reply_is_in_the_conversation_and_ends_the_first_response_time() {
        Answer opened = open("No sound in the meeting room");
        String path = "/api/v1/tickets/" + opened.id();

        Answer replied = api.post(path + "/replies", Map.of("body", "Is the amplifier on?"));
        assertThat(replied.status()).isBetween(200, 201);

        Answer conversation = api.getAfter(replied, path + "/conversation");
        assertThat(conversation.body().path("items").path(0).path("body").asString())
                .isEqualTo("Is the amplifier on?");
    }

    @Test
    void a_solved_ticket_is_resolved_closed_and_reopened() {
        Answer opened = open("VPN drops every hour");
        String path = "/api/v1/tickets/" + opened.id();

        assertThat(api.post(path + "/resolution", Map.of("solution", "New client")).status())
                .isEqualTo(200);
        assertThat(api.post(path + "/closure", Map.of()).status()).isEqualTo(200);
        Answer refused = api.post(path + "/replies", Map.of("body", "Still drops"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        Answer reopened = api.post(path + "/reopening", Map.of("reason", "Still drops"));
        assertThat(reopened.status()).isEqualTo(200);

        Answer ticket = api.getAfter(reopened, path);
        assertThat(ticket.body().path("status").asString()).isEqualTo("open");
    }

    @Test
    void search_forgives_a_typo_and_knows_word_forms() {
        Answer opened = open("Please reset password of the quarterly report mailbox");

        for (String query :
                new String[] {"resetting%20passwords%20quarterly", "qurterly%20pasword"}) {
            Await.until(
                    "the index has the ticket for " + query,
                    Duration.ofSeconds(15),
                    () ->
                            api.get("/api/v1/search/tickets?q=" + query)
                                    .body()
                                    .path("items")
                                    .valueStream()
                                    .anyMatch(
                                            hit -> hit.path("id").asString().equals(opened.id())));
        }
    }

    @Test
    void the_history_tells_who_did_what_and_shows_the_ticket_as_it_was() {
        Answer opened = open("Screen flickers");
        String id = opened.id();
        Answer raised =
                api.put("/api/v1/tickets/" + id + "/priority", Map.of("priority", "critical"));
        assertThat(raised.status()).isEqualTo(200);

        Answer events = api.get("/api/v1/audit/tickets/" + id + "/events");
        assertThat(events.body().path("items").valueStream().map(e -> e.path("type").asString()))
                .containsExactly("TicketOpened", "PriorityChanged");
        assertThat(events.body().path("items").path(1).path("cause").isMissingNode()).isFalse();

        String asOf = "/api/v1/audit/tickets/" + id + "?asOf=";
        assertThat(api.get(asOf + opened.position()).body().path("priority").asString())
                .isEqualTo("medium");
        assertThat(api.get(asOf + raised.position()).body().path("priority").asString())
                .isEqualTo("critical");
    }

    @Test
    void the_dashboard_counts_what_was_opened() {
        Answer opened = open("Keyboard without an Ä");
        Await.until(
                "the volume has it",
                Duration.ofSeconds(10),
                () ->
                        api.getAfter(opened, "/api/v1/analytics/volume?interval=hour")
                                        .body()
                                        .toString()
                                        .contains("\"opened\":")
                                && api.getAfter(opened, "/api/v1/analytics/backlog").status()
                                        == 200);
    }

    private Answer open(String subject) {
        Answer answer =
                api.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "description",
                                subject + ", since this morning."));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer;
    }
}
