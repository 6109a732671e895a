package dev.docket.benchmark.knowledge;

import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Measured;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Client;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long after a reply was acknowledged a search finds its ticket by a word that nobody else
 * wrote. A few of the replies are followed, by a search every {@value #LOOK_AGAIN_MILLIS} ms, so
 * that a lag is measured at most that much and a search too long, and never too short.
 */
final class IndexLag {

    private static final int FOLLOWED_PER_SECOND = 4;
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Client client;
    private final List<TicketOpened> tickets;
    private final int perSecond;
    private final AtomicLong words = new AtomicLong();

    IndexLag(Client client, List<TicketOpened> tickets, int perSecond) {
        this.client = client;
        this.tickets = tickets;
        this.perSecond = perSecond;
    }

    /** The rate is that of the changes, the times are those until they are found. */
    Measured measure(Duration duration) throws InterruptedException {
        Histogram lags = new ConcurrentHistogram(3);
        LongAdder lost = new LongAdder();
        Measured changes;
        // Closing it waits for those that still follow.
        try (ExecutorService followers = Executors.newVirtualThreadPerTaskExecutor()) {
            changes =
                    Load.arrivals(
                            perSecond,
                            duration,
                            number -> {
                                TicketId ticket = Bench.pick(tickets, number).ticket();
                                // With digits, so that no other word is taken for it misspelt.
                                String word = "lag%dlag".formatted(words.incrementAndGet());
                                reply(ticket, word);
                                long answered = System.nanoTime();
                                if (number % (perSecond / FOLLOWED_PER_SECOND) == 0) {
                                    followers.execute(
                                            () -> follow(ticket, word, answered, lags, lost));
                                }
                            });
        }
        return Measured.of(lags, changes.failures() + lost.sum(), duration)
                .atRate(changes.perSecond());
    }

    private void reply(TicketId ticket, String word) {
        client.post(
                "/api/v1/tickets/" + ticket + "/replies",
                Map.of("body", "The reference of this answer is " + word));
    }

    private void follow(
            TicketId ticket, String word, long answered, Histogram lags, LongAdder lost) {
        String search = "/api/v1/search/tickets?limit=1&q=" + word;
        while (!client.get(search).contains(ticket.toString())) {
            if (System.nanoTime() - answered > LONGEST.toNanos()) {
                lost.increment();
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(LOOK_AGAIN_MILLIS).toNanos());
        }
        lags.recordValue(System.nanoTime() - answered);
    }
}
