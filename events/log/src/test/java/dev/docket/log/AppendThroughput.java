package dev.docket.log;

import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Measures appends of one event each, every one to a new stream, as seen by their callers: {@code
 * java -cp … dev.docket.log.AppendThroughput [SECONDS] [CALLERS…]}. Prints a line for each number
 * of callers.
 */
public final class AppendThroughput {

    private static final int WARM_UP_SECONDS = 5;
    private static final int SAMPLES = 4_000_000;

    private AppendThroughput() {}

    public static void main(String[] arguments) throws InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int[] callers =
                arguments.length > 1
                        ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
                        : new int[] {1, 32, 128};
        try (TestLog log = new TestLog()) {
            run(log.engine(), 128, WARM_UP_SECONDS);
            for (int number : callers) {
                run(log.engine(), number, seconds).print();
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // printed, never compared
    private record Result(int callers, double perSecond, long[] sortedNanos) {
        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "%4d callers: %,8.0f appends/s, p50 %.2f p95 %.2f p99 %.2f worst %.1f ms%n",
                    callers,
                    perSecond,
                    percentile(0.5),
                    percentile(0.95),
                    percentile(0.99),
                    percentile(1));
        }

        private double percentile(double part) {
            int index = (int) Math.min(sortedNanos.length - 1, sortedNanos.length * part);
            return sortedNanos[index] / 1e6;
        }
    }

    private static Result run(EventStorageEngine engine, int callers, int seconds)
            throws InterruptedException {
        long[] nanos = new long[SAMPLES];
        AtomicLong count = new AtomicLong();
        CountDownLatch done = new CountDownLatch(callers);
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(seconds).toNanos();
        for (int caller = 0; caller < callers; caller++) {
            Thread.ofVirtual()
                    .start(() -> {
                        for (long begun = System.nanoTime();
                                begun < end;
                                begun = System.nanoTime()) {
                            append(engine);
                            nanos[(int) (count.getAndIncrement() % SAMPLES)] =
                                    System.nanoTime() - begun;
                        }
                        done.countDown();
                    });
        }
        done.await();
        double elapsed = (System.nanoTime() - start) / 1e9;
        long[] sorted = Arrays.copyOf(nanos, (int) Math.min(SAMPLES, count.get()));
        Arrays.sort(sorted);
        return new Result(callers, count.get() / elapsed, sorted);
    }

    private static void append(EventStorageEngine engine) {
        UUID stream = Ids.timeOrdered(Clock.systemUTC(), ThreadLocalRandom.current());
        engine.appendEvents(
                TestLog.messages(
                        TestLog.facts(),
                        stream,
                        0,
                        new TicketOpened(
                                new TicketId(stream),
                                new TicketNumber(1_042),
                                new PersonId(stream),
                                Channel.API,
                                "The printer on the second floor prints blank pages",
                                "Since this morning every page comes out empty, whatever we send.",
                                Priority.HIGH,
                                new Classification(
                                        TicketType.INCIDENT, "hardware/printer", new TreeSet<>()),
                                Assignment.NOBODY,
                                null)));
    }
}
