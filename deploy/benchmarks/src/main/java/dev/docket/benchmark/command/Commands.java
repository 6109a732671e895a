package dev.docket.benchmark.command;

import java.util.UUID;

/** Something that takes the two commands which are compared. */
interface Commands extends AutoCloseable {

    /** Opens a ticket; returns when that is on disk. */
    void open(UUID ticket);

    /**
     * Gives a ticket to somebody else than before; returns when that is on disk.
     *
     * @param round grows with every assignment of the same ticket
     */
    void assign(UUID ticket, long round);

    @Override
    void close();
}
