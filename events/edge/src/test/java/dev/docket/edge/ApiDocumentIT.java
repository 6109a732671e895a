package dev.docket.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is enough to use the API, by hand or by a generator. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiDocumentIT {

    private static EdgeNode node;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        node = new EdgeNode();
        document = node.get("/v3/api-docs").body();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static JsonNode operation(String path, String method) {
        return document.path("paths").path("/api/v1/test/" + path).path(method);
    }

    @Test
    void it_says_what_it_describes_and_how_to_sign_in() {
        assertThat(document.path("info").path("title").asString()).isEqualTo("Docket");
        assertThat(document.path("info").path("description").asString()).contains("accessToken");
        JsonNode scheme = document.path("components").path("securitySchemes").path("bearer");
        assertThat(scheme.path("type").asString()).isEqualTo("http");
        assertThat(scheme.path("scheme").asString()).isEqualTo("bearer");
    }

    @Test
    void a_route_with_roles_names_them_and_asks_for_a_token() {
        JsonNode caller = operation("caller", "get");

        assertThat(caller.path("security").path(0).has("bearer")).isTrue();
        assertThat(caller.path("description").asString()).contains("Roles: agent, admin");
        assertThat(operation("body", "post").has("security")).isFalse();
    }

    @Test
    void refusals_are_problems() {
        JsonNode responses = operation("things/{id}", "get").path("responses");

        assertThat(responses.propertyNames()).contains("200", "400", "401", "403", "404", "503");
        for (String status : new String[] {"400", "401", "403", "404", "503"}) {
            assertThat(
                            responses
                                    .path(status)
                                    .path("content")
                                    .path("application/problem+json")
                                    .path("schema")
                                    .path("$ref")
                                    .asString())
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(responses.path("503").path("headers").has("Retry-After")).isTrue();
        assertThat(operation("body", "post").path("responses").propertyNames())
                .contains("200", "400", "413", "422")
                .doesNotContain("401", "403");
        assertThat(
                        document.path("components")
                                .path("schemas")
                                .path("Problem")
                                .path("properties")
                                .propertyNames())
                .contains("type", "title", "status", "detail", "rule", "field");
    }

    @Test
    void it_shows_what_clients_send_and_nothing_else() {
        assertThat(operation("caller", "get").path("parameters")).isEmpty();
        assertThat(operation("things/{id}", "get").path("parameters").findValuesAsString("name"))
                .containsExactly("id", "count");
        assertThat(document.path("components").path("schemas").propertyNames())
                .doesNotContain("Caller", "ProblemDetail");
        assertThat(document.path("paths").propertyNames()).doesNotContain("/error");
    }

    @Test
    void the_page_to_try_it_is_there() {
        assertThat(node.get("/swagger-ui.html").status()).isEqualTo(302);
        assertThat(node.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
