package dev.docket.index.embedding;

import org.jspecify.annotations.Nullable;

/** Of some texts that were sent together there are no usable vectors; of others there may be. */
public final class TextsRefusedException extends RuntimeException {

    public TextsRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
