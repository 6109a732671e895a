package dev.docket.projection.running;

/** A store that a projection writes to did not answer: nobody's fault but time's. */
public final class StoreAwayException extends RuntimeException {

    public StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreAwayException(String message) {
        super(message);
    }
}
