package dev.docket.projection.search;

import java.util.List;

/** Brings documents into the index behind an alias. What is written twice is there once. */
interface DocumentWriter {

    /**
     * Returns when there is an answer for each.
     *
     * @return those that will never be taken
     * @throws dev.docket.projection.running.StoreAwayException if there was no answer for all; they
     *     should be written again
     * @throws IndexMissingException if the alias leads to no index
     */
    List<RejectedDocument> write(String alias, List<ChangedDocument> documents);
}
