package dev.docket.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on disk. */
class DirectoryContentTest extends ContentStoreContract {

    DirectoryContentTest(@TempDir Path directory) {
        super(directory, new DirectoryObjects(directory.resolve("store")), 300);
    }

    @Test
    void a_directory_named_by_mistake_loses_nothing(@TempDir Path home) throws IOException {
        Path letters = Files.createDirectories(home.resolve("letters"));
        Files.writeString(letters.resolve("docket.lock"), "");
        Files.writeString(letters.resolve("to-rita.txt"), "Dear Rita");
        Files.writeString(home.resolve("uploads-of-rita"), "mine");
        Path alike =
                Files.createDirectories(
                        home.resolve("uploads-0b9f0d2c-6f0e-4c1b-8d7a-3f1f4b1c2d3e"));
        Files.writeString(alike.resolve("docket.lock"), "");
        Files.writeString(alike.resolve("diary.txt"), "Dear diary");

        new Workshop(home).close();

        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt"))).hasSize(2);
        }
        assertThat(home.resolve("uploads-of-rita")).hasContent("mine");
    }
}
