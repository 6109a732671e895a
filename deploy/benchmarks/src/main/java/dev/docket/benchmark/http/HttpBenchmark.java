package dev.docket.benchmark.http;

import static dev.docket.benchmark.platform.Bench.pick;

import dev.docket.benchmark.platform.AskedTickets;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Client;
import dev.docket.benchmark.platform.Platform;
import dev.docket.benchmark.platform.Searches;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** How long the platform takes to answer, among few and among many tickets. */
public final class HttpBenchmark {

    private static final String TABLE = "HTTP";
    private static final int PER_SECOND = 500;
    private static final int FEWER_PER_SECOND = 200;

    private static final int WARM_UPS = 2;

    /** Two JVMs warm up on the same two cores, Tomcat's and Elasticsearch's: it takes minutes. */
    private static final int WARM_UPS_OF_SEARCH = 8;

    private static final List<String> LISTS =
            List.of(
                    "",
                    "?status=new",
                    "?priority=critical&sort=-priority",
                    "?sort=openedAt",
                    "?assignee=none&limit=50",
                    "?status=open,new&updatedFrom=2000-01-01T00:00:00Z");

    private static final Map<String, Object> TICKET =
            Map.of(
                    "subject", "The printer on the second floor prints blank pages",
                    "description", "Since this morning every page comes out empty.",
                    "type", "incident",
                    "category", "hardware/printer",
                    "tags", List.of("second-floor"));

    private final Bench bench;

    public HttpBenchmark(Bench bench) {
        this.bench = bench;
    }

    public void run(List<Integer> sizes) throws InterruptedException {
        for (int size : sizes) {
            bench.report().say("HTTP among %,d tickets".formatted(size));
            AskedTickets asked = new AskedTickets(size, bench.seed());
            try (Platform platform = bench.platform(asked::fill)) {
                measure(platform.agent(), asked, "%,d tickets".formatted(size));
            }
        }
    }

    private void measure(Client client, AskedTickets asked, String among)
            throws InterruptedException {
        List<TicketOpened> tickets = asked.tickets();
        List<String> searches = Searches.of(asked.subjects(), new SplittableRandom(bench.seed()));
        LongConsumer get = n -> client.get("/api/v1/tickets/" + pick(tickets, n * 7_919).ticket());
        LongConsumer list = n -> client.get("/api/v1/tickets" + pick(LISTS, n));
        LongConsumer search = n -> client.get("/api/v1/search/tickets?q=" + pick(searches, n));
        LongConsumer open = _ -> client.post("/api/v1/tickets", TICKET);
        for (LongConsumer request : List.of(get, list, open)) {
            bench.warmUp(request, bench.duration().multipliedBy(WARM_UPS));
        }
        bench.warmUp(search, bench.duration().multipliedBy(WARM_UPS_OF_SEARCH));
        bench.measure(TABLE, "GET one ticket", among, PER_SECOND, get);
        bench.measure(TABLE, "GET a list", among, PER_SECOND, list);
        bench.measure(TABLE, "GET a search", among, FEWER_PER_SECOND, search);
        bench.measure(TABLE, "POST a ticket", among, PER_SECOND, open);
        bench.measure(TABLE, "GET a search", among, PER_SECOND, search);
    }
}
