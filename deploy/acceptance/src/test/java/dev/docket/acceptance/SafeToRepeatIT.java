package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a command that is sent twice, or that was decided on an old state. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SafeToRepeatIT {

    private static final Map<String, String> TICKET =
            Map.of("subject", "Mouse is dead", "description", "It does not blink.");

    private final Api api;

    SafeToRepeatIT(Platform platform) {
        api = platform.signIn();
    }

    @Test
    void the_same_key_and_body_open_one_ticket() {
        String key = UUID.randomUUID().toString();
        Answer first = api.post("/api/v1/tickets", TICKET, "Idempotency-Key", key);
        Answer again = api.post("/api/v1/tickets", TICKET, "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.body().path("number")).isEqualTo(first.body().path("number"));
    }

    @Test
    void the_same_key_sent_by_many_at_once_opens_one_ticket() {
        String key = UUID.randomUUID().toString();
        List<Answer> answers =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> api.post("/api/v1/tickets", TICKET, "Idempotency-Key", key))
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::id).collect(Collectors.toSet())).hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        Answer opened = api.post("/api/v1/tickets", TICKET);
        String replies = "/api/v1/tickets/" + opened.id() + "/replies";
        assertThat(api.post(replies, Map.of("body", "One"), "Idempotency-Key", key).status())
                .isBetween(200, 201);

        Answer other = api.post(replies, Map.of("body", "Two"), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        Answer conversation = api.get("/api/v1/audit/tickets/" + opened.id() + "/events");
        assertThat(conversation.body().path("items").size()).isEqualTo(2);
    }

    @Test
    void a_change_decided_on_an_old_version_is_refused() {
        Answer opened = api.post("/api/v1/tickets", TICKET);
        String priority = "/api/v1/tickets/" + opened.id() + "/priority";
        Answer changed = api.put(priority, Map.of("priority", "high"), "If-Match", opened.etag());
        assertThat(changed.status()).isEqualTo(200);

        Answer late = api.put(priority, Map.of("priority", "low"), "If-Match", opened.etag());

        assertThat(late.status()).isEqualTo(412);
        assertThat(
                        api.put(priority, Map.of("priority", "low"), "If-Match", changed.etag())
                                .status())
                .isEqualTo(200);
    }
}
