package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The platform is killed at ten random moments of an import, and started again. In the end every
 * row is there once, and the views equal what a fresh fold of the log gives.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledInMidImportIT {

    private static final int KILLS = 10;
    private static final int LONGEST_MILLIS_TO_A_KILL = 1_500;

    @Test
    void what_was_acknowledged_is_there_once_after_ten_kills(@TempDir Path directory)
            throws IOException {
        long seed = new Random().nextLong();
        System.out.println("Seed of the moments: " + seed);
        Random random = new Random(seed);
        IncidentLog log = IncidentLog.invented(1_500, 42);
        Path file = log.write(directory.resolve("incidents.csv"));
        try (Platform platform = Platform.start(RunningPlatform.newDataDirectory())) {
            for (int kill = 0; kill < KILLS; kill++) {
                ImportRun run = ImportRun.of(platform, file);
                untilItMoves(run);
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(LONGEST_MILLIS_TO_A_KILL)).toNanos());
                platform.kill();
                run.stop();
                platform.restart();
            }

            ImportRun last = ImportRun.of(platform, file).toItsEnd();

            assertThat(last.exitStatus()).as(last.output()).isZero();
            Api api = platform.signIn();
            Await.until(
                    "the views have caught up",
                    Duration.ofSeconds(60),
                    () -> byStatus(api).equals(log.finalStatuses()));
            assertThat(replayCheck(api).path("differences").asLong(-1)).isZero();
        }
    }

    private static void untilItMoves(ImportRun run) {
        Await.until(
                "the import has begun",
                Duration.ofSeconds(60),
                () -> run.output().contains("rows/s") || !run.isRunning());
    }

    private static Map<String, Long> byStatus(Api api) {
        Map<String, Long> counts = new java.util.TreeMap<>();
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
