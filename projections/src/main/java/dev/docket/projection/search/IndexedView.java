package dev.docket.projection.search;

import java.util.List;

/**
 * A view whose rows an index follows, in the order in which they changed. What changed twice is met
 * once, at its later change.
 */
interface IndexedView {

    /** What is in the index: a part of its name, and the name of its mapping. */
    String documents();

    /** The schema that keeps how far the index has followed. */
    String schema();

    /**
     * To be raised with each change of the mapping or of the stems: indexes are then built anew.
     */
    int mapping();

    Source source();

    /** The last change before which all rows are in an index that holds all up to a position. */
    long changeBefore(long position);

    Batch after(long change, int limit);

    /**
     * The view at a moment.
     *
     * @param schema which of its copies serves: another one after a rebuild
     * @param position how far it has followed the log
     */
    record Source(long schema, long position) {}

    /**
     * Changes that follow each other.
     *
     * @param isEnd whether there were no others at that moment
     */
    record Batch(Source source, List<ChangedDocument> documents, boolean isEnd) {

        long lastChange(long otherwise) {
            return documents.isEmpty() ? otherwise : documents.getLast().change();
        }
    }
}
