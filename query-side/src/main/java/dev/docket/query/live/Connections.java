package dev.docket.query.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All who are connected: how many may be, whether they still are, and that they are told when the
 * node stops. One thread looks after them twice a second.
 */
final class Connections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration ANONYMOUS = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /** In rounds: 20 s. */
    private static final int BETWEEN_PINGS = 40;

    /** In rounds: ten seconds, in which a client may say so much. */
    private static final int TALK = 20;

    /** Of one address, which may be a load balancer's: whoever is behind it comes back at once. */
    static final int MOST_STRANGERS = 500;

    static final int MOST_SAID = 300;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Semaphore free;
    private final Strangers strangers = new Strangers(MOST_STRANGERS);
    private final Rooms rooms;
    private final Clock clock;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("docket-live-clock").factory());
    private volatile boolean running;
    private long round;

    Connections(LiveProperties properties, Rooms rooms, Clock clock) {
        this.free = new Semaphore(properties.connections());
        this.rooms = rooms;
        this.clock = clock;
    }

    int count() {
        return open.size();
    }

    /** Whether another one would be taken now. */
    boolean hasRoom() {
        return running && free.availablePermits() > 0;
    }

    /** Whether another one would be taken from there before it has said who it is. */
    boolean hasRoomFor(String address) {
        return strangers.hasRoomFor(address);
    }

    /** Takes a connection, or tells it that there is no room. */
    boolean add(Connection connection) {
        if (!running) {
            connection.close(Ending.MOVE_ON);
            return false;
        }
        if (!free.tryAcquire()) {
            connection.close(Ending.FULL);
            return false;
        }
        if (!strangers.add(connection.address())) {
            free.release();
            connection.close(Ending.TOO_MANY);
            return false;
        }
        open.add(connection);
        if (!running) {
            moveOn(connection);
        }
        return true;
    }

    /** It has said who it is. */
    void recognise(Connection connection) {
        if (connection.isStrangerNoMore()) {
            strangers.remove(connection.address());
        }
    }

    void remove(Connection connection) {
        if (open.remove(connection)) {
            recognise(connection);
            free.release();
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledFuture<?> _ =
                rounds.scheduleWithFixedDelay(
                        this::lookAfterAll,
                        ROUND.toMillis(),
                        ROUND.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void lookAfterAll() {
        try {
            long now = System.nanoTime();
            round++;
            open.forEach(connection -> lookAfter(connection, now));
            rooms.tellPresence();
        } catch (RuntimeException defect) {
            // Thrown on, it would end all further rounds in silence.
            LOG.error("A round among the live connections failed", defect);
        }
    }

    private void lookAfter(Connection connection, long now) {
        if (connection.isAnonymousFor(now, ANONYMOUS)) {
            connection.close(Ending.NOT_SIGNED_IN);
        } else if (connection.hasRunOutAt(clock.instant())) {
            connection.close(Ending.TOKEN_RAN_OUT);
        } else if (connection.isSilentAt(now, SILENT)) {
            connection.close(Ending.SILENT);
        } else if (isPingedIn(round, connection)) {
            connection.ping();
        }
        if (round % TALK == 0) {
            connection.mayTalkAgain();
        }
    }

    /** Spread over the rounds, or ten thousand pings would keep messages waiting. */
    private static boolean isPingedIn(long round, Connection connection) {
        return (round + System.identityHashCode(connection)) % BETWEEN_PINGS == 0;
    }

    private static void moveOn(Connection connection) {
        connection.send(ServerMessages.MOVE_ON);
        connection.close(Ending.MOVE_ON);
    }

    /** Before the server stops, so that clients go elsewhere while it still finishes requests. */
    @Override
    public void stop() {
        running = false;
        rounds.shutdownNow();
        List<Connection> all = List.copyOf(open);
        all.forEach(Connections::moveOn);
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Connection connection : all) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                connection.outbound().awaitEnd(left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
