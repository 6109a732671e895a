package dev.docket.command.imports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a mapping: a file, or one of those that come with Docket. */
final class ShippedMappings {

    static final List<String> NAMES = List.of("bpi2013-incidents", "it-tickets", "tldr");

    private ShippedMappings() {}

    /** Empty if there is no such file, nor a shipped one of that name. */
    static Optional<String> read(String nameOrFile) throws IOException {
        Path file = Path.of(nameOrFile);
        if (Files.isReadable(file)) {
            return Optional.of(Files.readString(file));
        }
        if (!NAMES.contains(nameOrFile)) {
            return Optional.empty();
        }
        String resource = "/imports/" + nameOrFile + ".json";
        try (InputStream shipped = ShippedMappings.class.getResourceAsStream(resource)) {
            if (shipped == null) {
                throw new IllegalStateException(resource + " is missing in this build");
            }
            return Optional.of(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
