package dev.docket.log.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The connection to Axon Server, which comes back by itself after it was lost. Who asks while it is
 * away waits for {@link #LONGEST_WAIT} and then gets an {@link EventStoreException}.
 */
final class AxonServer implements AutoCloseable {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A connection on which nothing comes back for so long is a lost one. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration SILENCE_AFTER_PING = Duration.ofSeconds(5);

    private static final int LARGEST_MESSAGE = 16 << 20;
    private static final String CONTEXT = "default";

    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    /**
     * @param address {@code HOST:PORT} of the server's gRPC
     */
    AxonServer(String address) {
        System.setProperty("axon.axonserver.suppressDownloadMessage", "true");
        factory =
                AxonServerConnectionFactory.forClient("docket", "docket-" + UUID.randomUUID())
                        .routingServers(parse(address))
                        .reconnectInterval(RECONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .usingKeepAlive(
                                SILENCE.toMillis(),
                                SILENCE_AFTER_PING.toMillis(),
                                TimeUnit.MILLISECONDS,
                                true)
                        .maxInboundMessageSize(LARGEST_MESSAGE)
                        .build();
        connection = factory.connect(CONTEXT);
    }

    private static ServerAddress parse(String address) {
        int colon = address.lastIndexOf(':');
        try {
            if (colon > 0) {
                int port = Integer.parseInt(address.substring(colon + 1));
                return new ServerAddress(address.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notAnAddress(address), e);
        }
        throw new IllegalArgumentException(notAnAddress(address));
    }

    private static String notAnAddress(String address) {
        return "docket.axon-server is HOST:PORT of an Axon Server, not '%s'".formatted(address);
    }

    EventChannel events() {
        return connection.eventChannel();
    }

    /** Something that is asked of the server and may be asked again. */
    interface Question<T> {
        T ask(EventChannel events)
                throws ExecutionException, TimeoutException, InterruptedException;
    }

    /** Asks until there is an answer; only for what changes nothing. */
    <T> T ask(Question<T> question) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            try {
                return question.ask(events());
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (ExecutionException | TimeoutException | RuntimeException failure) {
                if (Failure.isFinal(failure) || System.nanoTime() > deadline) {
                    throw new EventStoreException("Axon Server does not answer", failure);
                }
                pause();
            }
        }
    }

    /** Asks for one value. */
    static <T> T answer(CompletableFuture<T> asked)
            throws ExecutionException, TimeoutException, InterruptedException {
        return asked.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    static EventStoreException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EventStoreException("Interrupted while waiting for Axon Server", e);
    }

    @Override
    public void close() {
        connection.disconnect();
        factory.shutdown();
    }
}
