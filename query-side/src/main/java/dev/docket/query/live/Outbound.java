package dev.docket.query.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be read by one client. Whoever has something to say leaves it here and goes on; a
 * virtual thread carries it out, and lives no longer than there is something to carry. What does
 * not fit ends the connection: nobody waits for a client, unless they work for it alone.
 */
final class Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    /** The wire: it blocks for as long as the client does not read. */
    interface Wire {
        void send(String text) throws IOException;

        void ping() throws IOException;

        void close(Ending ending) throws IOException;
    }

    /**
     * What may wait.
     *
     * @param characters of all texts together; those of one byte each, nearly all
     */
    record Bounds(int messages, int characters) {}

    private final Wire wire;
    private final Bounds bounds;
    private final Runnable dropped;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition carried = lock.newCondition();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private int characters;
    private boolean pingDue;
    private boolean carrying;
    private boolean done;
    private @Nullable Ending ending;

    /**
     * @param dropped is called once if the client is too slow
     */
    Outbound(Wire wire, Bounds bounds, Runnable dropped) {
        this.wire = wire;
        this.bounds = bounds;
        this.dropped = dropped;
    }

    /** Leaves a message. After the end was decided on, it is lost. */
    void send(String text) {
        lock.lock();
        try {
            if (ending != null) {
                return;
            }
            if (isFull(text)) {
                waiting.clear();
                characters = 0;
                ending = Ending.TOO_SLOW;
                dropped.run();
            } else {
                waiting.add(text);
                characters += text.length();
            }
            carry();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(String text) {
        return waiting.size() >= bounds.messages()
                || characters + text.length() > bounds.characters();
    }

    void ping() {
        lock.lock();
        try {
            pingDue = true;
            carry();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connection once what waits has been carried out; the first reason counts. */
    void close(Ending reason) {
        lock.lock();
        try {
            if (ending == null) {
                ending = reason;
                carry();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        lock.lock();
        try {
            return ending != null || done;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until half of what may wait is free, for those who work for this client alone. */
    void awaitSpace(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (left > 0
                    && ending == null
                    && (waiting.size() > bounds.messages() / 2
                            || characters > bounds.characters() / 2)) {
                left = carried.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether all was carried out in time, and the connection closed. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!done && left > 0) {
                left = carried.awaitNanos(left);
            }
            return done;
        } finally {
            lock.unlock();
        }
    }

    private void carry() {
        if (!carrying && !done) {
            carrying = true;
            Thread.ofVirtual().name("docket-live-out").start(this::carryAll);
        }
    }

    private void carryAll() {
        try {
            while (carryNext()) {
                // Until there is nothing left, or nobody to bring it to.
            }
        } catch (IOException | RuntimeException gone) {
            LOG.debug("A client went away", gone);
            finish();
        }
    }

    /** One step, without the lock: the wire may block. */
    private boolean carryNext() throws IOException {
        @Nullable String text;
        boolean ping;
        @Nullable Ending end;
        lock.lock();
        try {
            text = waiting.poll();
            ping = text == null && pingDue;
            end = text == null ? ending : null;
            if (text != null) {
                characters -= text.length();
            } else {
                pingDue = false;
            }
            if (text == null && !ping && end == null) {
                carrying = false;
                carried.signalAll();
                return false;
            }
            carried.signalAll();
        } finally {
            lock.unlock();
        }
        if (text != null) {
            wire.send(text);
        } else if (end != null) {
            wire.close(end);
            finish();
            return false;
        } else {
            wire.ping();
        }
        return true;
    }

    /** Nothing more goes out, and nobody waits for it to. */
    void finish() {
        lock.lock();
        try {
            done = true;
            carrying = false;
            waiting.clear();
            characters = 0;
            carried.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
