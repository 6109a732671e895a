package dev.docket.command.imports.cli;

/**
 * The platform could not be reached, or it refused; the message is for the person at the console.
 */
final class RemoteException extends RuntimeException {

    RemoteException(String message) {
        super(message);
    }

    RemoteException(String message, Throwable cause) {
        super(message, cause);
    }
}
