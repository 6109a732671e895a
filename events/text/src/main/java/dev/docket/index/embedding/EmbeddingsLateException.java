package dev.docket.index.embedding;

import org.jspecify.annotations.Nullable;

/**
 * The vectors of some texts that were sent together did not come in time: whatever makes them is
 * away or busy, or they were too many or one of them too much for it.
 */
public final class EmbeddingsLateException extends EmbeddingsAwayException {

    public EmbeddingsLateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
