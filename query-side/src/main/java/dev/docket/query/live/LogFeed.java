package dev.docket.query.live;

import dev.docket.event.Recorded;
import dev.docket.log.AppendSignal;
import dev.docket.log.LogReader;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is appended to the log into the rooms: one thread a node, one event after another.
 * While the log is away it tries again each second, and misses nothing.
 */
final class LogFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFeed.class);
    private static final int PAGE = 500;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final LogReader log;
    private final Rooms rooms;
    private final AppendSignal appended;
    private final Thread thread;
    private volatile boolean closed;

    LogFeed(LogReader log, Rooms rooms) {
        this.log = log;
        this.rooms = rooms;
        rooms.begin(log.head());
        this.appended = new AppendSignal(log);
        this.thread = Thread.ofPlatform().daemon().name("docket-live-feed").start(this::run);
    }

    private void run() {
        boolean away = false;
        while (!closed) {
            try {
                appended.await(LONGEST_REST);
                tellAll();
                away = false;
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException failed) {
                if (!away) {
                    LOG.warn("Nothing is told live until the log can be read", failed);
                }
                away = true;
            }
        }
    }

    private void tellAll() {
        List<Recorded> next = log.read(rooms.position(), PAGE);
        while (!next.isEmpty() && !closed) {
            next.forEach(rooms::tell);
            next = log.read(rooms.position(), PAGE);
        }
    }

    @Override
    public void close() {
        closed = true;
        appended.close();
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
