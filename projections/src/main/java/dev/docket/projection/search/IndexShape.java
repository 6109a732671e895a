package dev.docket.projection.search;

import dev.docket.index.embedding.EmbeddingProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What an index is made as.
 *
 * @param number to be raised with each change of the mapping or of the stems: indexes are then
 *     built anew
 * @param json settings and mappings
 */
record IndexShape(int number, String json) {

    /** Of the resource that is named for the documents. */
    static IndexShape of(String documents, int number) {
        String resource = "/search/" + documents + ".json";
        try (InputStream json = IndexShape.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new IndexShape(number, new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For vectors of one model; its number stays the same as long as the model and this do. */
    IndexShape holding(EmbeddingProperties embeddings) {
        int mixed = (31 * number + embeddings.number()) & Integer.MAX_VALUE;
        return new IndexShape(
                mixed,
                json.replace("${vector}", embeddings.name())
                        .replace("${dimensions}", Integer.toString(embeddings.dimensions())));
    }
}
