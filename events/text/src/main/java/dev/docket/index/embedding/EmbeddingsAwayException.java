package dev.docket.index.embedding;

import org.jspecify.annotations.Nullable;

/** Whatever makes vectors does not answer now: no text's fault. */
public final class EmbeddingsAwayException extends RuntimeException {

    public EmbeddingsAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
