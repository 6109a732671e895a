package dev.docket.command.imports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.command.imports.cli.DataFile.Chunk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows of a file of JSON lines are sent, in which order, and where they came from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonLinesFileTest {

    private static final String MAPPING =
            """
            {"article": {"key": "{key}", "language": "{lang}", "original": "en"}}
            """;

    private static final List<String> LINES =
            List.of(
                    "{\"key\": \"a\", \"lang\": \"de\"}",
                    "{\"key\": \"a\", \"lang\": \"en\"}",
                    "no JSON",
                    "{\"key\": \"b\", \"lang\": \"en\", \"ü\": \"日本\"}");

    @TempDir Path directory;

    private JsonLinesFile file(Predicate<String> first, String... lines) throws IOException {
        Path path = Files.writeString(directory.resolve("rows.jsonl"), String.join("\n", lines));
        return JsonLinesFile.of(path, first);
    }

    private static List<Chunk> chunks(DataFile file, int rows, int characters) throws Exception {
        List<Chunk> chunks = new ArrayList<>();
        try (DataFile.Rows all = file.open()) {
            while (all.hasNext()) {
                chunks.add(all.next(rows, characters));
            }
        }
        return chunks;
    }

    private static List<Long> places(DataFile file) {
        return LongStream.rangeClosed(1, file.rows()).mapToObj(file::place).toList();
    }

    @Test
    void originals_are_sent_first_and_each_row_knows_its_place() throws Exception {
        JsonLinesFile file = file(Originals.of(MAPPING), LINES.toArray(String[]::new));

        assertThat(file.rows()).isEqualTo(4);
        assertThat(file.lines())
                .containsExactly(LINES.get(1), LINES.get(3), LINES.get(0), LINES.get(2));
        assertThat(places(file)).containsExactly(2L, 4L, 1L, 3L);
        assertThat(file.contentType()).startsWith("application/jsonl");
    }

    @Test
    void a_packed_copy_is_the_same_file_and_another_order_is_not() throws Exception {
        Path plain =
                Files.writeString(directory.resolve("a.jsonl"), String.join("\n", LINES) + "\n");
        Path packed = directory.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        Path turned =
                Files.writeString(
                        directory.resolve("b.jsonl"), String.join("\n", LINES.reversed()) + "\n");

        JsonLinesFile first = JsonLinesFile.of(plain, Originals.of(MAPPING));

        assertThat(JsonLinesFile.of(packed, Originals.of(MAPPING))).isEqualTo(first);
        assertThat(JsonLinesFile.of(turned, Originals.of(MAPPING)).fingerprint())
                .isNotEqualTo(first.fingerprint());
    }

    @ParameterizedTest
    @CsvSource({
        // rows and characters of a chunk at most, rows that are sent together
        "1000, 500000, 4",
        "3, 500000, 3 1",
        "1, 500000, 1 1 1 1",
        "1000, 1, 1 1 1 1",
        "1000, 40, 2 2",
    })
    void rows_are_sent_in_chunks_that_have_a_bound(int rows, int characters, String sent)
            throws Exception {
        String line = "{\"key\": \"0123456789\"}";
        JsonLinesFile file = file(any -> true, line, line, line, line);

        List<Chunk> chunks = chunks(file, rows, characters);

        assertThat(chunks).extracting(chunk -> "" + chunk.rows()).containsExactly(sent.split(" "));
        assertThat(chunks).allMatch(chunk -> chunk.text().lines().count() == chunk.rows());
        assertThat(String.join("", chunks.stream().map(Chunk::text).toList()))
                .isEqualTo((line + "\n").repeat(4));
    }

    @Test
    void what_was_sent_before_is_skipped() throws Exception {
        JsonLinesFile file = file(Originals.of(MAPPING), LINES.toArray(String[]::new));
        try (DataFile.Rows rows = file.open()) {
            rows.skip();
            rows.skip();

            assertThat(rows.next(10, 1_000).text())
                    .isEqualTo(LINES.get(0) + "\n" + LINES.get(2) + "\n");
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void an_empty_file_has_no_rows() throws Exception {
        assertThat(file(any -> true).rows()).isZero();
        assertThat(chunks(file(any -> true), 1, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lang\": \"en\"} | true",
                "{\"lang\": \"EN\"} | true",
                "{\"lang\": \"de\"} | false",
                "{\"lang\": \"en-GB\"} | false",
                "{\"lang\": 5} | false",
                "{\"lang\": null} | false",
                "{\"lang\": {\"en\": 1}} | false",
                "{} | false",
                "[\"en\"] | false",
                "\"en\" | false",
                "{\"lang\": \"en\" | false",
                "en | false",
            })
    void an_original_is_a_row_in_the_language_of_originals(String line, boolean original) {
        assertThat(Originals.of(MAPPING).test(line)).isEqualTo(original);
    }

    @Test
    void languages_are_told_with_either_dash() {
        String mapping =
                """
                {"article": {"language": "{l}", "original": "pt-BR"}}
                """;

        assertThat(Originals.of(mapping).test("{\"l\": \"pt_br\"}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"article\": {\"language\": \"{lang}\"}}",
                "{\"article\": {\"language\": \"en\", \"original\": \"en\"}}",
                "{\"article\": {\"language\": \"{a}-{b}\", \"original\": \"en\"}}",
                "{\"ticket\": {\"subject\": \"{lang}\"}}",
            })
    void without_a_column_of_languages_all_rows_are_sent_as_they_stand(String mapping)
            throws Exception {
        JsonLinesFile file = file(Originals.of(mapping), LINES.toArray(String[]::new));

        assertThat(file.lines()).isEqualTo(LINES);
        assertThat(places(file)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_packed_file_that_is_none_is_told_so() throws IOException {
        Path path = Files.writeString(directory.resolve("rows.jsonl.gz"), "not packed");

        assertThatThrownBy(() -> JsonLinesFile.of(path, any -> true))
                .isInstanceOf(IOException.class);
    }
}
