package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request that cannot be served is told; nothing of it is stored. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadRequestsIT {

    private final Platform platform;
    private final Api api;

    BadRequestsIT(Platform platform) {
        this.platform = platform;
        api = platform.signIn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"subject\": \"a\", \"description\"        | 400 | ",
                "{\"subject\": \"a\", \"colour\": \"red\"}    | 400 | colour",
                "{\"subject\": 7}                             | 400 | subject",
                "{\"subject\": \"\"}                          | 422 | subject",
                "{\"description\": \"b\"}                     | 422 | subject",
                "{\"subject\": \"a\", \"priority\": \"dire\"} | 400 | priority",
                "{\"subject\": \"a\", \"tags\": \"vpn\"}      | 400 | tags",
                "{\"subject\": \"a\", \"tags\": [null]}       | 422 | tags",
                "[]                                           | 400 | ",
                "{\"subject\": \"a\", \"subject\": \"b\"}     | 400 | ",
            })
    void a_ticket_that_is_not_well_formed_is_refused_with_field_and_rule(
            String body, int status, String field) {
        Answer before = api.get("/api/v1/audit/events?limit=1");

        Answer refused = api.postText("/api/v1/tickets", "application/json", body);

        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("type").asString()).startsWith("https://");
        assertThat(refused.body().path("detail").asString()).isNotBlank();
        if (field != null) {
            assertThat(refused.body().toString()).contains(field);
        }
        assertThat(api.get("/api/v1/audit/events?limit=1").body()).isEqualTo(before.body());
    }

    @Test
    void a_subject_or_a_body_that_is_too_long_is_refused() {
        assertThat(api.post("/api/v1/tickets", Map.of("subject", "x".repeat(256))).status())
                .isEqualTo(422);
        assertThat(
                        api.post(
                                        "/api/v1/tickets",
                                        Map.of("subject", "x", "description", "y".repeat(3 << 20)))
                                .status())
                .isEqualTo(413);
    }

    @Test
    void json_that_is_too_deep_is_refused() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(api.postText("/api/v1/tickets", "application/json", deep).status())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_ticket_is_not_found_by_command_query_and_audit() {
        String id = UUID.randomUUID().toString();
        assertThat(api.post("/api/v1/tickets/" + id + "/replies", Map.of("body", "?")).status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/tickets/" + id).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/audit/tickets/" + id + "/events").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/tickets/not-an-id").status()).isIn(400, 404);
    }

    @Test
    void nobody_gets_in_without_a_token() {
        Api stranger = new Api(platform.address());
        for (String path :
                new String[] {"/api/v1/tickets", "/api/v1/audit/events", "/actuator/prometheus"}) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(stranger.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(
                        stranger.post(
                                        "/api/v1/auth/login",
                                        Map.of("email", platform.admin().email(), "password", "no"))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void an_unknown_parameter_or_a_forged_cursor_is_refused_by_name() {
        Answer unknown = api.get("/api/v1/tickets?colour=red");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().toString()).contains("colour");
        assertThat(api.get("/api/v1/tickets?cursor=AAAA").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/tickets?limit=100000").status()).isEqualTo(400);
    }
}
