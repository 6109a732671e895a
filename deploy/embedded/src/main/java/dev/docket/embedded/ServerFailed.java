package dev.docket.embedded;

/** An embedded server did not start or did not stop; the message is one that its operator reads. */
public final class ServerFailed extends RuntimeException {

    ServerFailed(String message) {
        super(message);
    }

    ServerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
