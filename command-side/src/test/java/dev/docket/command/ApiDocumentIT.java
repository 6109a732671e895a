package dev.docket.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.log.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of commands. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiDocumentIT {

    /** The console's types are made from it. */
    private static final Path COPY = Path.of("../query-side/console/api/command.json");

    private static final JsonMapper SORTED =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    @Test
    void the_console_is_built_against_what_commands_take()
            throws IOException, InterruptedException {
        try (TestNode node = TestNode.on(TestDatabase.create());
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:%d/v3/api-docs".formatted(node.port()));
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode document = SORTED.readTree(answer.body());
            ((ObjectNode) document).remove("servers");
            String served = SORTED.writeValueAsString(SORTED.treeToValue(document, Object.class));
            if (Boolean.getBoolean("docket.api.write")) {
                Files.writeString(COPY, served);
            }

            assertThat(served)
                    .as("%s: with -Ddocket.api.write=true this test writes it", COPY)
                    .isEqualTo(Files.readString(COPY));
        }
    }
}
