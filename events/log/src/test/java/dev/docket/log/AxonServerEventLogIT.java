package dev.docket.log;

import dev.docket.log.axonserver.AxonServerLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * On a server that other tests, and earlier runs, have written to: streams are new in each test.
 */
@EnabledIfSystemProperty(
        named = AxonServerEventLogIT.ADDRESS,
        matches = ".+",
        disabledReason = "needs an Axon Server: -Ddocket.axon-server=HOST:PORT")
class AxonServerEventLogIT extends EventLogContract {

    static final String ADDRESS = "docket.axon-server";

    private final List<AxonServerLog> open = new ArrayList<>();

    @Override
    Node node() {
        AxonServerLog log =
                new AxonServerLog(
                        System.getProperty(ADDRESS),
                        EventJson.released(),
                        List.of(),
                        new SimpleMeterRegistry());
        open.add(log);
        return new Node() {
            @Override
            public EventStorageEngine engine() {
                return log.engine();
            }

            @Override
            public LogReader reader() {
                return log.reader();
            }
        };
    }

    @Override
    void restart() {
        open.forEach(AxonServerLog::close);
        open.clear();
    }

    @AfterEach
    void close() {
        restart();
    }
}
