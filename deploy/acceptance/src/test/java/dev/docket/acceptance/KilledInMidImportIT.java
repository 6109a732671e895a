package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import dev.docket.embedded.EmbeddedElasticsearch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform is killed at ten random moments of an import, and started again. In the end every
 * row is there once, and the views equal what a fresh fold of the log gives.
 *
 * <p>PostgreSQL dies with the platform each time. Elasticsearch is one of the test's own, which
 * saves ten of its starts; what becomes of the platform's own is tried where the platform is.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class KilledInMidImportIT {

    private static final int KILLS = 10;
    private static final int CASES = 2_500;
    private static final int LONGEST_MILLIS_TO_A_KILL = 500;
    private static final int HEAP_MEGABYTES = 512;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void what_was_acknowledged_is_there_once_after_ten_kills(
            @TempDir Path directory, TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed of the moments", Long.toString(seed));
        Random random = new Random(seed);
        IncidentLog log = IncidentLog.invented(CASES, 42);
        Path file = log.write(directory.resolve("incidents.csv"));
        Path data = RunningPlatform.newDataDirectory();
        try (EmbeddedElasticsearch index =
                        EmbeddedElasticsearch.start(
                                data.resolve("index"), data.resolve("logs"), HEAP_MEGABYTES);
                Platform platform =
                        Platform.start(data, "--docket.elasticsearch.url=" + index.address())) {
            for (int kill = 1; kill <= KILLS; kill++) {
                ImportRun run = ImportRun.of(platform, file);
                untilItMoves(run);
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(LONGEST_MILLIS_TO_A_KILL)).toNanos());
                assertThat(run.isRunning()).as("kill %d is in mid-import", kill).isTrue();
                platform.kill();
                run.stop();
                platform.restart();
            }

            ImportRun last = ImportRun.of(platform, file).toItsEnd();

            assertThat(last.exitStatus()).as(last.output()).isZero();
            Api api = platform.signIn();
            platform.awaitViews();
            assertThat(commandsByRow(api))
                    .hasSize(Math.toIntExact(log.rows()))
                    .allSatisfy((row, commands) -> assertThat(commands).as(row).hasSize(1));
            Await.until(
                    "the views have caught up",
                    Duration.ofSeconds(60),
                    () -> byStatus(api).equals(log.finalStatuses()));
            assertThat(replayCheck(api).path("differences").asLong(-1)).isZero();
        }
    }

    /** The commands that events name as their cause, by the row of the file that they came from. */
    private static Map<String, Set<String>> commandsByRow(Api api) {
        byte[] export =
                api.get("/api/v1/audit/events", "Accept", "application/x-ndjson").response().body();
        Map<String, Set<String>> commands = new HashMap<>();
        new String(export, StandardCharsets.UTF_8)
                .lines()
                .map(line -> JSON.readTree(line).path("cause"))
                .filter(cause -> cause.path("command").asString().equals("ImportStep"))
                .forEach(cause ->
                        commands.computeIfAbsent(
                                        cause.path("origin").asString(), row -> new HashSet<>())
                                .add(cause.path("commandId").asString()));
        return commands;
    }

    private static void untilItMoves(ImportRun run) {
        Await.until(
                "the import has begun",
                Duration.ofSeconds(60),
                () -> run.output().contains("rows/s") || !run.isRunning());
    }

    private static Map<String, Long> byStatus(Api api) {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> status :
                api.get("/api/v1/analytics/dashboard").body().path("byStatus").properties()) {
            if (status.getValue().asLong() > 0) {
                counts.put(status.getKey(), status.getValue().asLong());
            }
        }
        return counts;
    }

    private static JsonNode replayCheck(Api api) {
        Answer started = api.post("/api/v1/audit/replay-checks", Map.of());
        assertThat(started.status()).isEqualTo(202);
        String path = started.location();
        Await.until(
                "the replay check has ended",
                Duration.ofMinutes(2),
                () -> !api.get(path).body().path("state").asString().equals("running"));
        return api.get(path).body();
    }
}
