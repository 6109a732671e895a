package dev.docket.projection.running;

import dev.docket.event.Recorded;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns events into the rows of one view. Its tables are in a schema of its own, whose migrations
 * are in {@code db/projection/<name>}; its SQL names them without the schema, so that a rebuild can
 * run it against another one.
 */
public interface Projection {

    /** Its schema and its name for operators. */
    String name();

    /**
     * Applies a batch within the transaction that also moves the token. An exception undoes the
     * whole batch; one that is not about a store being away sends the event at fault to the dead
     * letters.
     *
     * @param batch in the order of the log, not empty, without unreadable events
     * @throws StoreAwayException if another store did not take the batch; it is tried again
     */
    void apply(List<Recorded> batch, JdbcClient jdbc);

    /** Called before a rebuild fills the other schema; what it returns is applied to it. */
    default Projection rebuilding() {
        return this;
    }

    /** Called when the rebuilt copy is complete, just before it takes the place of this one. */
    default void switchOver() {}
}
