package dev.docket.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The mappings that come with Docket. */
public final class ShippedMappings {

    public static final List<String> NAMES = List.of("bpi2013-incidents", "it-tickets", "tldr");

    private ShippedMappings() {}

    /** The document of one; empty if none is called so. */
    public static Optional<String> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static String read(String name) {
        String resource = "/imports/" + name + ".json";
        try (InputStream shipped = ShippedMappings.class.getResourceAsStream(resource)) {
            if (shipped == null) {
                throw new IllegalStateException(resource + " is missing in this build");
            }
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
