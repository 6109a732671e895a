package dev.docket.projection.search;

/** The index behind an alias is gone. */
final class IndexMissingException extends RuntimeException {

    IndexMissingException(String alias) {
        super("There is no index behind " + alias);
    }
}
