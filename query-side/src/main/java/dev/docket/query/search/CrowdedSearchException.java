package dev.docket.query.search;

/** More ask than can be answered; asking another store as well would only burden that too. */
final class CrowdedSearchException extends SearchAwayException {

    CrowdedSearchException() {
        super("Too many searches at once", null);
    }
}
