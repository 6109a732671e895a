package dev.docket.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document shows what queries really take. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiDocumentIT {

    private static final String NONSENSE = "noSuchParameter";

    /** The console's types are made from it. */
    private static final Path COPY = Path.of("console/api/query.json");

    private static final JsonMapper SORTED =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

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

    @Test
    void the_console_is_built_against_what_queries_answer() throws IOException {
        JsonNode document = platform.send(platform.requestWithoutToken("/v3/api-docs")).body();
        ((ObjectNode) document).remove("servers");
        // The platform of these tests runs projections too; a query node does not.
        ObjectNode paths = (ObjectNode) document.path("paths");
        List.copyOf(paths.propertyNames()).stream()
                .filter(path -> path.startsWith("/api/v1/admin"))
                .forEach(paths::remove);
        String served = SORTED.writeValueAsString(SORTED.treeToValue(document, Object.class));
        if (Boolean.getBoolean("docket.api.write")) {
            Files.writeString(COPY, served);
        }

        assertThat(served)
                .as("%s: with -Ddocket.api.write=true this test writes it", COPY)
                .isEqualTo(Files.readString(COPY));
    }
}
