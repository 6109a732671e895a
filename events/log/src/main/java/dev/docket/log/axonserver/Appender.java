package dev.docket.log.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Appends in one transaction of Axon Server, and says where it put them. The server confirms an
 * append without a position, so the answer waits until the follower sees the last event, which the
 * server pushes as soon as it is committed.
 *
 * <p>While the server is away an append is tried again for {@link #LONGEST_WAIT}. That is safe: its
 * versions can be taken once only, and who finds them taken looks whether it was itself.
 */
final class Appender {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** After this, the position is looked up in the log instead. */
    private static final Duration PUSHED_WITHIN = Duration.ofSeconds(2);

    private final AxonServer server;
    private final Follower follower;
    private final StreamPositions positions;
    private final Timer timer;

    Appender(
            AxonServer server,
            Follower follower,
            StreamPositions positions,
            MeterRegistry metrics) {
        this.server = server;
        this.follower = follower;
        this.positions = positions;
        this.timer =
                Timer.builder("docket.log.append").publishPercentileHistogram().register(metrics);
    }

    /**
     * Returns the position of the last event, once all of them are on disk.
     *
     * @param from the events, each with a position that comes before them
     */
    long append(LongFunction<List<Event>> from) {
        long started = System.nanoTime();
        List<Event> events = from.apply(follower.seen());
        Event last = events.getLast();
        UUID id = UUID.fromString(last.getMessageIdentifier());
        CompletableFuture<Long> sighted = follower.expect(id);
        try {
            store(events);
            return position(last, sighted);
        } catch (InterruptedException e) {
            throw AxonServer.interrupted(e);
        } finally {
            follower.forget(id);
            timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private void store(List<Event> events) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        boolean repeated = false;
        while (true) {
            try {
                server.events()
                        .appendEvents(events.toArray(Event[]::new))
                        .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                throw new EventStoreException(
                        "Axon Server did not say in time what became of an append", e);
            } catch (ExecutionException | RuntimeException failure) {
                if (Failure.isConflict(failure)) {
                    if (repeated && isStored(events.getLast())) {
                        return;
                    }
                    throw conflict(events, failure);
                }
                if (Failure.isFinal(failure) || System.nanoTime() > deadline) {
                    throw new EventStoreException("Axon Server took no append", failure);
                }
                repeated = true;
                AxonServer.pause();
            }
        }
    }

    private static ConcurrencyException conflict(List<Event> events, Exception failure) {
        Event first = events.getFirst();
        return new ConcurrencyException(
                "Stream %s, or one appended with it, does not continue with version %d"
                        .formatted(
                                first.getAggregateIdentifier(), first.getAggregateSequenceNumber()),
                failure);
    }

    private boolean isStored(Event event) {
        return server.ask(events ->
                events.openAggregateStream(
                                event.getAggregateIdentifier(), event.getAggregateSequenceNumber())
                        .asStream()
                        .anyMatch(stored ->
                                stored.getMessageIdentifier()
                                        .equals(event.getMessageIdentifier())));
    }

    private long position(Event last, CompletableFuture<Long> sighted) throws InterruptedException {
        try {
            return sighted.get(PUSHED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notPushed) {
            return server.ask(events -> positions.of(events, List.of(last))[0]);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody fails an expected position", e);
        }
    }
}
