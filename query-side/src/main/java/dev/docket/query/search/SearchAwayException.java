package dev.docket.query.search;

import org.jspecify.annotations.Nullable;

/** Elasticsearch cannot answer now. */
public final class SearchAwayException extends RuntimeException {

    public SearchAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
