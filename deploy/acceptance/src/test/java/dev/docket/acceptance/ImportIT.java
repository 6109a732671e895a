package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A log of another system becomes tickets, and nothing of it is lost or counted twice. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportIT {

    private static final Path REAL_INCIDENTS =
            Path.of("../../../shared/data/bpi2013_incidents.csv.gz");
    private static final int PART_OF_THE_REAL_CASES = 400;

    @Test
    void the_views_agree_with_an_independent_count_over_the_file(
            Platform platform, @TempDir Path directory) throws IOException {
        IncidentLog log = IncidentLog.invented(120, 20130).withUnmatchedRow();
        agreesWithCount(platform, log, directory);
    }

    @Test
    void a_part_of_the_real_incidents_agrees_too(Platform platform, @TempDir Path directory)
            throws IOException {
        IncidentLog log =
                Files.exists(REAL_INCIDENTS)
                        ? IncidentLog.read(REAL_INCIDENTS, PART_OF_THE_REAL_CASES)
                        : IncidentLog.invented(PART_OF_THE_REAL_CASES, 2013);
        agreesWithCount(platform, log, directory);
    }

    @Test
    void the_same_file_again_changes_nothing(Platform platform, @TempDir Path directory)
            throws IOException {
        IncidentLog log = IncidentLog.invented(20, 7);
        Path file = log.write(directory.resolve("incidents.csv"));
        ImportRun.of(platform, file).toItsEnd();
        List<String> before = eventsUpTo("ImportCompleted", platform);

        ImportRun again = ImportRun.of(platform, file).toItsEnd();

        assertThat(again.exitStatus()).isZero();
        platform.signIn().post("/api/v1/tickets", Map.of("subject", "The next thing to happen"));
        assertThat(eventsUpTo("TicketOpened", platform)).hasSize(before.size() + 1);
    }

    private static void agreesWithCount(Platform platform, IncidentLog log, Path directory)
            throws IOException {
        Map<String, Long> before = statuses(platform);
        Path file = log.write(directory.resolve("incidents.csv"));

        ImportRun run = ImportRun.of(platform, file).toItsEnd();

        assertThat(run.output()).contains("%,d refused".formatted(log.unmatched()));
        Map<String, Long> expected = new TreeMap<>(before);
        log.finalStatuses().forEach((status, count) -> expected.merge(status, count, Long::sum));
        Await.until(
                "the views have every row: expected " + expected,
                Duration.ofSeconds(30),
                () -> statuses(platform).equals(expected));
        if (log.unmatched() > 0) {
            assertThat(Files.readString(run.report())).contains("Unmatched+Unmatched");
        }
    }

    private static Map<String, Long> statuses(Platform platform) {
        Map<String, Long> counts = new TreeMap<>();
        platform
                .signIn()
                .get("/api/v1/analytics/dashboard")
                .body()
                .path("byStatus")
                .properties()
                .stream()
                .filter(status -> status.getValue().asLong() > 0)
                .forEach(status -> counts.put(status.getKey(), status.getValue().asLong()));
        return counts;
    }

    /** What has happened, once the last of it is of a type; how readers are counted is left out. */
    private static List<String> eventsUpTo(String type, Platform platform) {
        List<String> events = new ArrayList<>();
        Await.until(
                "the audit trail ends with " + type,
                Duration.ofSeconds(30),
                () -> {
                    events.clear();
                    events.addAll(events(platform));
                    return events.getLast().contains("\"%s\"".formatted(type));
                });
        return events;
    }

    private static List<String> events(Platform platform) {
        return platform.signIn()
                .get("/api/v1/audit/events", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .filter(event -> !event.contains("Counted\""))
                .toList();
    }
}
