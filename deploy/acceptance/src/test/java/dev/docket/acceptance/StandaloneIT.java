package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How the platform starts and ends on a machine of its user's. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class StandaloneIT {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    @Test
    @ExtendWith(RunningPlatform.class)
    void a_second_start_on_the_same_directory_says_so_and_stops(Platform platform)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.packaged());
        command.add("--server.port=" + Platform.freePort());
        command.add("--docket.data-dir=" + platform.dataDirectory());
        Process second = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said)
                .contains("Docket already runs on " + platform.dataDirectory())
                .contains("process " + platform.process().pid())
                .doesNotContain("Exception");
        assertThat(new Api(platform.address()).isReady()).isTrue();
    }

    @Test
    void it_ends_with_all_its_servers_and_goes_on_with_its_data_however_it_ended() {
        try (Platform platform = Platform.start(RunningPlatform.newDataDirectory())) {
            Answer opened = open(platform, "Before the stop");
            List<ProcessHandle> servers = servers(platform);

            Duration stop = platform.stop();

            assertThat(stop).isLessThan(LONGEST_STOP);
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(platform.console()).contains("Docket has stopped");

            platform.restart();
            mustShow(platform, opened);
            Answer later = open(platform, "Before the kill");
            servers = servers(platform);

            platform.kill();
            platform.restart();

            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            mustShow(platform, opened);
            mustShow(platform, later);
            assertThat(platform.console()).containsOnlyOnce("Password: ");
            assertThat(platform.console()).containsOnlyOnce("Sign in as ");
        }
    }

    private static Answer open(Platform platform, String subject) {
        Answer opened = platform.signIn().post("/api/v1/tickets", Map.of("subject", subject));
        assertThat(opened.status()).isEqualTo(201);
        return opened;
    }

    private static void mustShow(Platform platform, Answer opened) {
        Answer ticket = platform.signIn().getAfter(opened, opened.location());
        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.body().path("number")).isEqualTo(opened.body().path("number"));
    }

    /** PostgreSQL and Elasticsearch, with whatever they have started themselves. */
    private static List<ProcessHandle> servers(Platform platform) {
        List<ProcessHandle> servers = platform.process().descendants().toList();
        assertThat(servers).hasSizeGreaterThanOrEqualTo(2);
        return servers;
    }
}
