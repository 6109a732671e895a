package dev.docket.content;

/** The store does not take or give bytes at the moment, or does not have what it should have. */
public final class ContentAwayException extends RuntimeException {

    public ContentAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    ContentAwayException(String message) {
        super(message);
    }
}
