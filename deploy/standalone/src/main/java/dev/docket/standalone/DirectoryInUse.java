package dev.docket.standalone;

/** Another process has the data directory. */
final class DirectoryInUse extends RuntimeException {

    DirectoryInUse(String message) {
        super(message);
    }
}
