package dev.docket.benchmark.http;

import dev.docket.benchmark.Databases;
import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Measured;
import dev.docket.benchmark.measuring.Report;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** How long the platform takes to answer, among few and among many tickets. */
public final class HttpBenchmark {

    private static final int PER_SECOND = 500;
    private static final int FEWER_PER_SECOND = 200;
    private static final int WARM_UP_CALLERS = 8;

    private static final List<String> LISTS =
            List.of(
                    "",
                    "?status=new",
                    "?priority=critical&sort=-priority",
                    "?sort=openedAt",
                    "?assignee=none&limit=50",
                    "?status=open,new&updatedFrom=2000-01-01T00:00:00Z");

    private final Databases databases;
    private final URI elasticsearch;
    private final Report report;
    private final Duration warmUp;
    private final Duration duration;
    private final long seed;

    public HttpBenchmark(
            Databases databases,
            URI elasticsearch,
            Report report,
            Duration warmUp,
            Duration duration,
            long seed) {
        this.databases = databases;
        this.elasticsearch = elasticsearch;
        this.report = report;
        this.warmUp = warmUp;
        this.duration = duration;
        this.seed = seed;
    }

    public void run(List<Integer> sizes) throws InterruptedException {
        for (int tickets : sizes) {
            report.say("HTTP among %,d tickets".formatted(tickets));
            try (FilledPlatform platform =
                    new FilledPlatform(databases.create(), elasticsearch, tickets, seed)) {
                report.say("  all of them are in every view");
                measure(platform, "%,d tickets".formatted(tickets));
            }
        }
    }

    private void measure(FilledPlatform platform, String among) throws InterruptedException {
        Client client = new Client(platform.address(), platform.token());
        List<TicketOpened> tickets = platform.tickets();
        List<String> searches = Searches.of(tickets, new SplittableRandom(seed));
        LongConsumer get = n -> client.get("/tickets/" + pick(tickets, n * 7_919).ticket());
        LongConsumer list = n -> client.get("/tickets" + pick(LISTS, n));
        LongConsumer search = n -> client.get("/search/tickets?q=" + pick(searches, n));
        LongConsumer open = _ -> client.open();
        for (LongConsumer operation : List.of(get, list, search, open)) {
            Load.callers(WARM_UP_CALLERS, warmUp, operation);
        }
        add("GET one ticket", among, PER_SECOND, get);
        add("GET a list", among, PER_SECOND, list);
        add("GET a search", among, FEWER_PER_SECOND, search);
        add("POST a ticket", among, PER_SECOND, open);
        add("GET a search", among, PER_SECOND, search);
    }

    private void add(String request, String among, int perSecond, LongConsumer operation)
            throws InterruptedException {
        Measured measured = Load.arrivals(perSecond, duration, operation);
        report.add("HTTP", request, "%s, %d/s".formatted(among, perSecond), measured);
    }

    private static <T> T pick(List<T> some, long number) {
        return some.get((int) (number % some.size()));
    }
}
