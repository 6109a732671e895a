package dev.docket.benchmark.view;

import dev.docket.benchmark.history.Histories;
import java.time.Duration;

/** A list of tickets that is kept up by reading a log. */
interface View extends AutoCloseable {

    /** Fills the log and returns how many events are in it. */
    long fill(Histories histories, int tickets);

    /** Builds the view from the first event to the last; returns how long that took. */
    Duration build();

    @Override
    void close();
}
