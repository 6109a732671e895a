package dev.docket.benchmark.platform;

import java.net.URI;
import java.util.List;

/**
 * What makes vectors of texts, for a platform that finds by meaning too. What else is to be said of
 * the model stands in the environment, as for any node.
 *
 * @param dimensions how many numbers a vector of the model has
 */
public record VectorEndpoint(URI url, String model, int dimensions) {

    /** Nobody waits for an answer here, so that a slow machine is not taken for a poor model. */
    List<String> arguments() {
        return List.of(
                "--docket.embeddings.url=" + url,
                "--docket.embeddings.model=" + model,
                "--docket.embeddings.dimensions=" + dimensions,
                "--docket.embeddings.question-patience=30s");
    }
}
