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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the curl commands of the README and of a page that it leads to as they are printed there.
 */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TourOfTheReadmeIT {

    private static final Pattern SHELL_BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** What the commands of a page print, among other things. */
    record Tour(String page, List<String> printed) {}

    static Stream<Tour> tours() {
        return Stream.of(
                new Tour(
                        "README.md",
                        List.of(
                                "HTTP/1.1 201",
                                "\"priority\": \"high\"",
                                "We have sent a new one.",
                                "<em>",
                                "\"TicketOpened\"",
                                "\"priority\": \"medium\"",
                                "<em>forgotten</em> <em>password</em>",
                                "<strong>Settings</strong>")),
                new Tour(
                        "query-side/docs/knowledge-base.md",
                        List.of(
                                "in_review\napproved\nscheduled\napproved\npublished",
                                "[3,\"It is the left one\"]",
                                "\"Einen Papierstau beheben\"",
                                "Wie können wir helfen?",
                                "<img src=\"/api/v1/attachments/",
                                "\n304\n",
                                "<em>paper</em> <em>jam</em>",
                                "200 image/png",
                                "\"didYouMean\": \"printer\"",
                                "[\"crumple\",\"paper jam\"]",
                                "[\"Clearing a paper jam\"]")));
    }

    @ParameterizedTest
    @MethodSource("tours")
    void each_command_of_a_tour_does_what_it_says(
            Tour tour, Platform platform, @TempDir Path directory) throws Exception {
        assumeThat(Path.of("/usr/bin/jq")).as("the tours' commands need jq").exists();
        List<String> blocks =
                SHELL_BLOCK
                        .matcher(Files.readString(Path.of("../..", tour.page())))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .toList();
        assertThat(blocks).hasSizeGreaterThan(4);

        String output = run(platform, String.join("\n", blocks), directory);

        assertThat(output).contains(tour.printed());
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
