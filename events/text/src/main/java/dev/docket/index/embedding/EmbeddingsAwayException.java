package dev.docket.index.embedding;

import org.jspecify.annotations.Nullable;

/** Whatever makes vectors does not answer now: no text's fault. */
public sealed class EmbeddingsAwayException extends RuntimeException
        permits EmbeddingsLateException {

    public EmbeddingsAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
