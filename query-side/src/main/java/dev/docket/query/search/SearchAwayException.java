package dev.docket.query.search;

import org.jspecify.annotations.Nullable;

/** Elasticsearch cannot answer now. */
final class SearchAwayException extends RuntimeException {

    SearchAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
