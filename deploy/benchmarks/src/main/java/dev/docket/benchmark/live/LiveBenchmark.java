package dev.docket.benchmark.live;

import static dev.docket.benchmark.platform.Bench.pick;

import dev.docket.benchmark.live.Watchers.Receipt;
import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Measured;
import dev.docket.benchmark.platform.AskedTickets;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Client;
import dev.docket.benchmark.platform.Platform;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * From the answer to a command until those who look are told, with many connected to one node. Some
 * watch one busy ticket, the others a quiet one each; of the commands one in twenty goes to the
 * busy one.
 */
public final class LiveBenchmark {

    private static final String TABLE = "live";
    private static final int TICKETS = 10_000;
    private static final int PER_SECOND = 200;
    private static final int ONE_IN = 20;
    private static final int IN_THE_BUSY_ROOM = 500;

    /** One person has no more than fifty connections to a node. */
    private static final int OF_ONE_PERSON = 40;

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;
    private static final Duration STRAGGLERS = Duration.ofSeconds(3);
    private static final int KIB = 1_024;

    private static final Map<String, String> REPLY =
            Map.of("body", "We have looked at it and come back to you this afternoon.");

    private final Bench bench;

    public LiveBenchmark(Bench bench) {
        this.bench = bench;
    }

    /**
     * @param connections how many, one measurement after another
     */
    public void run(List<Integer> connections) throws InterruptedException {
        bench.report().say("Live rooms");
        AskedTickets asked = new AskedTickets(TICKETS, bench.seed());
        try (Platform platform = bench.platform(asked::fill)) {
            Client client = platform.agent();
            bench.warmUp(n -> reply(client, asked.tickets(), n), bench.duration());
            for (int count : connections) {
                measure(platform, asked.tickets(), count);
            }
        }
    }

    private static long reply(Client client, List<TicketOpened> tickets, long number) {
        TicketOpened ticket =
                number % ONE_IN == 0 ? tickets.getFirst() : pick(tickets, 1 + number * 7_919);
        return client.command("/api/v1/tickets/" + ticket.ticket() + "/replies", REPLY);
    }

    private void measure(Platform platform, List<TicketOpened> tickets, int count)
            throws InterruptedException {
        List<String> rooms =
                IntStream.range(0, count)
                        .mapToObj(i -> i < IN_THE_BUSY_ROOM ? tickets.getFirst() : pick(tickets, i))
                        .map(ticket -> "ticket:" + ticket.ticket())
                        .toList();
        long before = used();
        try (Watchers watchers =
                new Watchers(platform.address(), n -> platform.token(n / OF_ONE_PERSON))) {
            watchers.join(rooms);
            long each = (used() - before) / count / KIB;
            Client client = platform.agent();
            Load.arrivals(PER_SECOND, bench.duration(), n -> reply(client, tickets, n));
            LockSupport.parkNanos(STRAGGLERS.toNanos());
            watchers.takeReceipts();

            Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
            Measured commands =
                    Load.arrivals(
                            PER_SECOND,
                            bench.duration(),
                            n -> acknowledged.put(reply(client, tickets, n), System.nanoTime()));
            LockSupport.parkNanos(STRAGGLERS.toNanos());
            String load =
                    "%,d connections of %d KiB, %d commands/s".formatted(count, each, PER_SECOND);
            bench.report().add(TABLE, "commands", load, commands);
            bench.report()
                    .add(TABLE, "told", load, told(watchers.takeReceipts(), acknowledged, rooms));
        }
    }

    /** Whoever is told before the answer to the command has come was told at once. */
    private Measured told(
            List<Receipt> receipts, Map<Long, Long> acknowledged, List<String> rooms) {
        Histogram waits = new Histogram(LONGEST, DIGITS);
        Map<Long, Integer> told = new HashMap<>();
        for (Receipt receipt : receipts) {
            Long answered = acknowledged.get(receipt.position());
            if (answered != null) {
                waits.recordValue(Math.clamp(receipt.at() - answered, 0, LONGEST));
                told.merge(receipt.position(), 1, Integer::sum);
            }
        }
        long inTheBusyRoom = Math.min(IN_THE_BUSY_ROOM, rooms.size());
        long busy = told.values().stream().filter(count -> count >= inTheBusyRoom).count();
        long expected = bench.duration().toSeconds() * PER_SECOND / ONE_IN;
        return Measured.of(waits, Math.max(0, expected - busy), bench.duration());
    }

    /** Of this JVM's heap, in which the node is and of the clients next to nothing. */
    private static long used() {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            found.add(runtime.totalMemory() - runtime.freeMemory());
        }
        return found.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
