package dev.docket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is true of the files as people wrote them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcesTest {

    private static final Set<String> AT_THE_TOP =
            Set.of(
                    "pom.xml",
                    "README.md",
                    "LICENSE",
                    "events",
                    "command-side",
                    "projections",
                    "query-side",
                    "deploy");

    private static final Pattern PROMISE_FOR_LATER =
            Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b");

    /** Homes, and directories that only one machine has. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w~.}$-])/(root|home|Users|work|mnt)/\\w");

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "^public (?:(?:abstract|final|sealed|non-sealed) )*"
                            + "(?:class|interface|record|enum|@interface) (\\w+)",
                    Pattern.MULTILINE);

    @Test
    void nothing_new_stands_at_the_top() throws IOException {
        try (Stream<Path> entries = Files.list(Repository.ROOT)) {
            assertThat(entries)
                    .extracting(entry -> String.valueOf(entry.getFileName()))
                    .filteredOn(name -> !name.startsWith(".") && !name.equals("target"))
                    .isSubsetOf(AT_THE_TOP)
                    .contains("README.md");
        }
    }

    @Test
    void nothing_is_put_off_in_a_comment() {
        assertThat(linesWith(PROMISE_FOR_LATER)).isEmpty();
    }

    @Test
    void no_file_names_a_place_on_one_machine() {
        assertThat(linesWith(MACHINE_PATH)).isEmpty();
    }

    @Test
    void every_public_type_says_what_it_is() {
        assertThat(Repository.productionSources())
                .hasSizeGreaterThan(100)
                .filteredOn(SourcesTest::isSilent)
                .isEmpty();
    }

    /** A public type with no comment between the imports and itself. */
    private static boolean isSilent(Path source) {
        String text = text(source).orElseThrow();
        var type = PUBLIC_TYPE.matcher(text);
        return type.find() && !text.substring(0, type.start()).contains("/**");
    }

    private static List<String> linesWith(Pattern pattern) {
        return Repository.files().stream()
                .flatMap(file ->
                        text(file).stream()
                                .flatMap(String::lines)
                                .filter(line -> pattern.matcher(line).find())
                                .map(line ->
                                        Repository.ROOT.relativize(file) + ": " + line.strip()))
                .toList();
    }

    /** The text of a file; an archive or a picture has none. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
