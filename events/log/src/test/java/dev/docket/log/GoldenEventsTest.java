package dev.docket.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One file for each revision of each event, as it may stand in a log somewhere. A file is added
 * with its event and never changed, so that no event can become unreadable unnoticed.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenEventsTest {

    private static final EventJson JSON = EventJson.released();

    private static Path golden() {
        try {
            return Path.of(
                    Objects.requireNonNull(GoldenEventsTest.class.getResource("/golden")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Collection<EventType> types() {
        return JSON.types().all();
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(golden())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("Facts."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_of_today_is_read_and_written_as_its_golden_file_says(EventType type)
            throws IOException {
        Path file = golden().resolve(type.name() + "." + type.revision() + ".json");
        assertThat(file)
                .as(
                        "Add events/log/src/test/resources/golden/%s with all components of %s"
                                + " filled, the nullable ones too; if the record was released"
                                + " before, raise its @Revision, keep the older files, and add an"
                                + " upcaster to ReleasedUpcasters",
                        file.getFileName(), type.name())
                .exists();
        byte[] text = Files.readAllBytes(file);
        JsonNode tree = JSON.mapper().readTree(text);
        assertThat(tree.propertyNames())
                .as("the components that the file fills")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(type.record().getRecordComponents())
                                .map(component -> component.getName())
                                .toList());

        DomainEvent event = JSON.read(type.name(), type.revision(), text);

        assertThat(event).isInstanceOf(type.record());
        assertThat(JSON.mapper().readTree(JSON.write(event))).isEqualTo(tree);
        assertThat(JSON.read(type.name(), type.revision(), JSON.write(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatever_was_released_stays_readable(String file) throws IOException {
        String[] parts = file.split("\\.", 3);

        DomainEvent event =
                JSON.read(
                        parts[0],
                        Integer.parseInt(parts[1]),
                        Files.readAllBytes(golden().resolve(file)));

        assertThat(event).isNotInstanceOf(UnreadableEvent.class);
    }

    @Test
    void facts_are_read_and_written_as_their_golden_file_says() throws IOException {
        byte[] text = Files.readAllBytes(golden().resolve("Facts.1.json"));

        Facts facts = JSON.readFacts(text);

        assertThat(JSON.mapper().readTree(JSON.write(facts)))
                .isEqualTo(JSON.mapper().readTree(new String(text, UTF_8)));
    }
}
