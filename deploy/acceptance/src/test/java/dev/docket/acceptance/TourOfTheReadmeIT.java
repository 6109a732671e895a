package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the curl commands of the README as they are printed there. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TourOfTheReadmeIT {

    private static final Pattern SHELL_BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void each_command_of_the_tour_does_what_it_says(Platform platform, @TempDir Path directory)
            throws Exception {
        assumeThat(Path.of("/usr/bin/jq")).as("the tour's commands need jq").exists();
        List<String> blocks =
                SHELL_BLOCK
                        .matcher(Files.readString(Path.of("../../README.md")))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .toList();
        assertThat(blocks).hasSizeGreaterThan(4);

        String output = run(platform, String.join("\n", blocks), directory);

        assertThat(output)
                .contains("HTTP/1.1 201")
                .contains("\"priority\": \"high\"")
                .contains("We have sent a new one.")
                .contains("<em>")
                .contains("\"TicketOpened\"")
                .contains("\"priority\": \"medium\"")
                .contains("<em>forgotten</em> <em>password</em>")
                .contains("<strong>Settings</strong>");
    }

    private static String run(Platform platform, String script, Path directory)
            throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("tour.sh"), "set -eu\n" + script);
        String local = script.contains("localhost:8080") ? platform.address() : "";
        Files.writeString(file, Files.readString(file).replace("http://localhost:8080", local));
        ProcessBuilder bash =
                new ProcessBuilder("bash", file.toString())
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("out").toFile());
        bash.environment().put("EMAIL", platform.admin().email());
        bash.environment().put("PASSWORD", platform.admin().password());
        Process process = bash.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(directory.resolve("out"));
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
