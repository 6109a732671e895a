package dev.docket.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document shows what queries really take. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiDocumentIT {

    private static final String NONSENSE = "noSuchParameter";

    private final QueryPlatform platform;
    private final Someone admin = Someone.ofNewOrganisation(Role.ADMIN);

    ApiDocumentIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @Test
    void each_query_names_the_parameters_that_it_takes_and_no_others() {
        JsonNode paths =
                platform.send(platform.requestWithoutToken("/v3/api-docs")).body().path("paths");
        assertThat(paths.propertyNames()).hasSizeGreaterThan(16);

        paths.properties().stream()
                .filter(path -> path.getValue().has("get"))
                .filter(path -> !path.getKey().startsWith("/api/v1/admin"))
                .forEach(path ->
                        assertThat(documented(path.getValue().path("get")))
                                .as(path.getKey())
                                .isEqualTo(taken(path.getKey())));
    }

    private static List<String> documented(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .sorted()
                .toList();
    }

    /** What a query says of its parameters to whoever sends it another. */
    private List<String> taken(String path) {
        UUID ticket = Tickets.ticket(admin, "Of the test").open(platform);
        String known = path.replaceAll("\\{[a-z]+}", ticket.toString());
        String detail =
                platform.get(admin, known + "?" + NONSENSE + "=1").body().path("detail").asString();
        assertThat(detail).as(path).contains(NONSENSE);
        int names = detail.indexOf("there are ");
        return names < 0
                ? List.of()
                : List.copyOf(
                        new TreeSet<>(
                                List.of(
                                        detail.substring(names + "there are ".length())
                                                .split(", "))));
    }
}
