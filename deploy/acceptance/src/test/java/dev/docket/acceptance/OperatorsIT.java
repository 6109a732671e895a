package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What operators see of views and search indexes, and may do to them, at a platform as it is. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatorsIT {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final Duration LONGEST_BUILD = Duration.ofSeconds(60);

    private final Api api;

    OperatorsIT(Platform platform) {
        api = platform.signIn();
    }

    @Test
    void views_and_indexes_stand_in_one_list_and_have_the_same_gauges() {
        JsonNode items = api.get(PROJECTIONS).body().path("items");
        String metrics = api.getText("/actuator/prometheus");

        assertThat(items.findValuesAsString("name"))
                .contains("tickets", "knowledge", "ticket_search", "article_search");
        for (String name : items.findValuesAsString("name")) {
            assertThat(metrics)
                    .containsPattern("docket_projection_lag_events\\{[^}]*\"" + name + "\"")
                    .containsPattern("docket_projection_lag_seconds\\{[^}]*\"" + name + "\"")
                    .containsPattern("docket_projection_dead_letters\\{[^}]*\"" + name + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"article_search", "ticket_search", "tickets"})
    void a_view_and_an_index_are_rebuilt_on_command(String name) {
        String rebuild = PROJECTIONS + "/" + name + "/rebuild";
        // The first build of an index is one as well.
        Await.until(
                "nothing is being built",
                LONGEST_BUILD,
                () -> !api.get(rebuild).body().path("state").asString().equals("running"));

        Answer asked = api.post(rebuild, Map.of());

        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
        assertThat(asked.location()).isEqualTo(rebuild);
        Await.until(
                name + " is rebuilt",
                LONGEST_BUILD,
                () -> api.get(rebuild).body().path("state").asString().equals("done"));
        assertThat(api.get(rebuild).body().path("percent").asDouble()).isEqualTo(100);
    }

    @Test
    void what_is_not_there_and_who_may_not_are_told() {
        assertThat(api.post(PROJECTIONS + "/nothing/rebuild", Map.of()).status()).isEqualTo(404);
        assertThat(api.get(PROJECTIONS + "/article_search/dead-letters").body().path("items"))
                .isEmpty();
        Answer retry = api.post(PROJECTIONS + "/article_search/dead-letters/1/retry", Map.of());
        assertThat(retry.status()).isEqualTo(404);
        assertThat(api.signedOut().get(PROJECTIONS).status()).isEqualTo(401);
    }

    @Test
    void the_document_of_the_interface_tells_of_a_rebuild() {
        JsonNode responses =
                api.get("/v3/api-docs")
                        .body()
                        .path("paths")
                        .path(PROJECTIONS + "/{name}/rebuild")
                        .path("post")
                        .path("responses");

        assertThat(responses.propertyNames()).contains("202", "409").doesNotContain("200");
        assertThat(responses.path("202").toString()).contains("schemas/RebuildProgress");
        assertThat(responses.path("409").toString()).contains("schemas/Problem");
    }
}
