package dev.docket.log.postgres;

import dev.docket.log.EventJson;
import dev.docket.log.LogReader;
import dev.docket.log.SnapshotJson;
import dev.docket.log.SnapshotType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in PostgreSQL as one thing that is opened and closed. */
public final class PostgresLog implements AutoCloseable {

    private final GroupCommitAppender appender;
    private final PostgresWakeup wakeup;
    private final LogReader reader;
    private final EventStorageEngine engine;

    public PostgresLog(
            DataSource database,
            EventJson json,
            List<SnapshotType> snapshotTypes,
            MeterRegistry metrics) {
        JdbcClient jdbc = JdbcClient.create(database);
        EventRowMapper mapper = new EventRowMapper(json);
        StreamReader streams = new StreamReader(jdbc, mapper);
        wakeup = new PostgresWakeup(database);
        appender = new GroupCommitAppender(database, wakeup::wakeAll, metrics);
        reader = new PostgresLogReader(jdbc, mapper, streams, wakeup);
        engine =
                new PostgresEventStorageEngine(
                        json,
                        appender,
                        streams,
                        new Snapshots(jdbc, new SnapshotJson(json, snapshotTypes)),
                        reader);
    }

    public LogReader reader() {
        return reader;
    }

    public EventStorageEngine engine() {
        return engine;
    }

    /** What was handed over is still written; nothing more is taken. */
    @Override
    public void close() {
        appender.close();
        wakeup.close();
    }
}
