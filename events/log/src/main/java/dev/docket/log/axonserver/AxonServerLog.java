package dev.docket.log.axonserver;

import dev.docket.log.EventJson;
import dev.docket.log.LogReader;
import dev.docket.log.SnapshotJson;
import dev.docket.log.SnapshotType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The log in Axon Server as one thing that is opened and closed. */
public final class AxonServerLog implements AutoCloseable {

    private final AxonServer server;
    private final Follower follower;
    private final AxonServerLogReader reader;
    private final EventStorageEngine engine;

    /**
     * Does not wait for the server; the first who needs it does.
     *
     * @param address {@code HOST:PORT} of its gRPC
     */
    public AxonServerLog(
            String address,
            EventJson json,
            List<SnapshotType> snapshotTypes,
            MeterRegistry metrics) {
        EventMessages messages = new EventMessages(json);
        StreamPositions positions = new StreamPositions();
        server = new AxonServer(address);
        follower = new Follower(server, messages, positions);
        StreamReader streams = new StreamReader(server, messages, positions);
        reader = new AxonServerLogReader(server, messages, streams, follower);
        engine =
                new AxonServerEventStorageEngine(
                        messages,
                        new Appender(server, follower, positions, metrics),
                        streams,
                        new Snapshots(server, new SnapshotJson(json, snapshotTypes)),
                        reader);
    }

    public LogReader reader() {
        return reader;
    }

    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        follower.close();
        reader.close();
        server.close();
    }
}
