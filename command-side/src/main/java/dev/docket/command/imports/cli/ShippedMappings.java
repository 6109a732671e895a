package dev.docket.command.imports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a mapping: a file, or one of those that come with Docket. */
final class ShippedMappings {

    private ShippedMappings() {}

    static String read(String nameOrFile) throws IOException {
        Path file = Path.of(nameOrFile);
        if (Files.isReadable(file)) {
            return Files.readString(file);
        }
        String resource = "/imports/" + nameOrFile + ".json";
        try (InputStream shipped = ShippedMappings.class.getResourceAsStream(resource)) {
            if (shipped == null) {
                throw new RemoteException(
                        "There is neither a readable file nor a shipped mapping called '%s'"
                                .formatted(nameOrFile));
            }
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
