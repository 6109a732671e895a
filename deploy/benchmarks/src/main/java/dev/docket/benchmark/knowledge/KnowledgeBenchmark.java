package dev.docket.benchmark.knowledge;

import static dev.docket.benchmark.platform.Bench.pick;

import dev.docket.benchmark.article.KnowledgeBase;
import dev.docket.benchmark.article.Page;
import dev.docket.benchmark.article.Pages;
import dev.docket.benchmark.platform.AskedTickets;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Client;
import dev.docket.benchmark.platform.Platform;
import dev.docket.benchmark.platform.Searches;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** How long readers and agents wait for what they look for, among articles and tickets. */
public final class KnowledgeBenchmark {

    private static final String TABLE = "knowledge base and search";
    private static final int ARTICLES = 40_000;
    private static final int PER_SECOND = 200;

    private static final List<String> FILTERS =
            List.of(
                    "status=new&priority=critical",
                    "status=open,new&assignee=none",
                    "status=resolved&priority=low",
                    "priority=high&assignee=none");

    private final Bench bench;
    private final List<Page> pages;

    /**
     * @param pages what articles are made of
     */
    public KnowledgeBenchmark(Bench bench, List<Page> pages) {
        this.bench = bench;
        this.pages = Pages.exactly(ARTICLES, pages);
    }

    /**
     * @param sizes among how many tickets
     */
    public void run(List<Integer> sizes) throws InterruptedException {
        for (int size : sizes) {
            bench.report().say("%,d articles and %,d tickets".formatted(pages.size(), size));
            AskedTickets asked = new AskedTickets(size, bench.seed());
            try (Platform platform =
                    bench.platform(log -> {
                        asked.fill(log);
                        KnowledgeBase.fill(log, pages, Platform.AGENT);
                    })) {
                measure(platform.agent(), asked, "%,d tickets".formatted(size));
            }
        }
    }

    private void measure(Client client, AskedTickets asked, String among)
            throws InterruptedException {
        Map<String, LongConsumer> requests = new LinkedHashMap<>();
        articles(client, requests);
        tickets(client, asked, requests);
        for (LongConsumer request : requests.values()) {
            bench.warmUp(request, bench.duration());
        }
        for (Map.Entry<String, LongConsumer> request : requests.entrySet()) {
            bench.measure(TABLE, request.getKey(), among, PER_SECOND, request.getValue());
        }
        IndexLag lag = new IndexLag(client, asked.tickets(), PER_SECOND);
        lag.measure(bench.duration());
        bench.report()
                .add(
                        TABLE,
                        "from change to found",
                        "%s, %d changes/s".formatted(among, PER_SECOND),
                        lag.measure(bench.duration()));
    }

    private void articles(Client client, Map<String, LongConsumer> requests) {
        ArticleRequests articles = ArticleRequests.of(pages, client, bench.seed());
        requests.put("an article's page", n -> client.get(pick(articles.addresses(), n)));
        requests.put("article search", n -> articles.searches().ask(client, n));
        requests.put("suggestions", n -> articles.suggestions().ask(client, n));
    }

    private void tickets(Client client, AskedTickets asked, Map<String, LongConsumer> requests) {
        List<TicketOpened> tickets = asked.tickets();
        List<String> words = Searches.of(asked.subjects(), new SplittableRandom(bench.seed()));
        String search = "/api/v1/search/tickets?q=";
        requests.put("tickets by words", n -> client.get(search + pick(words, n)));
        requests.put("tickets by filters", n -> client.get("/api/v1/tickets?" + pick(FILTERS, n)));
        requests.put(
                "tickets by both",
                n -> client.get(search + pick(words, n) + "&" + pick(FILTERS, n)));
        requests.put(
                "similar",
                n -> {
                    TicketOpened ticket = pick(tickets, n);
                    client.post(
                            "/api/v1/similar",
                            Map.of(
                                    "subject", ticket.subject(),
                                    "description", ticket.description()));
                });
    }
}
