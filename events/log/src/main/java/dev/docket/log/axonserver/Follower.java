package dev.docket.log.axonserver;

import dev.docket.event.Recorded;
import dev.docket.log.LogReader.Subscription;
import dev.docket.log.Tail;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log as Axon Server pushes it, once for the whole process: wakes readers, keeps the
 * newest events at hand for them, and tells writers the positions of what they wrote. Loses the
 * connection and finds it again where it stood.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int TAIL_EVENTS = 8_192;
    private static final int BATCH = 512;
    private static final long LISTEN_MILLIS = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long UNKNOWN = -1;

    private final AxonServer server;
    private final EventMessages messages;
    private final StreamPositions positions;
    private final Tail tail = new Tail(TAIL_EVENTS);
    private final Map<UUID, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile long seen = UNKNOWN;
    private volatile boolean closed;

    Follower(AxonServer server, EventMessages messages, StreamPositions positions) {
        this.server = server;
        this.messages = messages;
        this.positions = positions;
        this.thread = Thread.ofPlatform().daemon().name("docket-log-follow").start(this::run);
    }

    /** A position that every event appended from now on comes after. */
    long seen() {
        long known = seen;
        return known == UNKNOWN
                ? server.ask(events -> AxonServer.answer(events.getLastToken())) + 1
                : known;
    }

    /** Will learn the position of an event that is about to be appended. */
    CompletableFuture<Long> expect(UUID event) {
        return expected.computeIfAbsent(event, id -> new CompletableFuture<>());
    }

    /** Ends an expectation, fulfilled or not. */
    void forget(UUID event) {
        expected.remove(event);
    }

    /** The events after a position, or null if they are not all at hand. */
    @Nullable List<Recorded> after(long position, int limit) {
        return tail.after(position, limit);
    }

    Subscription subscribe(Runnable wake) {
        sleepers.add(wake);
        return () -> sleepers.remove(wake);
    }

    private void run() {
        boolean away = false;
        while (!closed) {
            try (Scan scan = open()) {
                wakeAll();
                if (away) {
                    LOG.info("Axon Server is back");
                    away = false;
                }
                follow(scan);
            } catch (InterruptedException e) {
                closed = true;
            } catch (ExecutionException | TimeoutException | RuntimeException lost) {
                if (!closed && !away) {
                    LOG.warn("Axon Server is away: {}", lost.toString());
                    away = true;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Scan open() throws ExecutionException, TimeoutException, InterruptedException {
        if (seen == UNKNOWN) {
            seen = AxonServer.answer(server.events().getLastToken()) + 1;
        }
        return Scan.after(server.events(), seen);
    }

    private void follow(Scan scan) throws InterruptedException {
        List<Recorded> batch = new ArrayList<>();
        while (!closed) {
            EventWithToken next = scan.next(LISTEN_MILLIS);
            while (next != null) {
                batch.add(messages.recorded(next.getEvent(), Scan.position(next)));
                next = batch.size() < BATCH ? scan.nextAtHand() : null;
            }
            if (!batch.isEmpty()) {
                saw(batch);
                batch.clear();
            }
        }
    }

    /** Positions first: a writer that was answered must find its event at hand. */
    private void saw(List<Recorded> batch) {
        tail.extend(batch);
        seen = batch.getLast().position();
        for (Recorded event : batch) {
            positions.learn(event.id(), event.position());
            CompletableFuture<Long> waiting = expected.get(event.id());
            if (waiting != null) {
                waiting.complete(event.position());
            }
        }
        wakeAll();
    }

    private void wakeAll() {
        sleepers.forEach(Runnable::run);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
