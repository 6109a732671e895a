package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchAwayIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 512;

    @TempDir Path directory;

    private EmbeddedElasticsearch elasticsearch() {
        return EmbeddedElasticsearch.start(
                directory.resolve("elasticsearch"), directory.resolve("logs"), HEAP_MEGABYTES);
    }

    @Test
    void while_elasticsearch_is_away_lists_go_on_and_afterwards_nothing_is_missing() {
        Someone agent = Someone.ofNewOrganisation(Role.AGENT);
        Someone requester = agent.colleague(Role.REQUESTER);
        String outage = QueryPlatform.searchFor("outage", "limit=100");
        EmbeddedElasticsearch first = elasticsearch();
        try (QueryPlatform platform = new QueryPlatform(first.address())) {
            Tickets.ticket(requester, "Before the outage").open(platform);
            await().atMost(BOUND).until(() -> platform.get(agent, outage).items().size() == 1);

            first.close();
            IntStream.range(0, 50)
                    .forEach(n ->
                            Tickets.ticket(requester, "During the outage " + n).open(platform));

            long asked = System.nanoTime();
            Answer refused = platform.getAtOnce(agent, outage);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isLessThan(Duration.ofMillis(300));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.body().path("type").asString()).endsWith("/search-unavailable");
            assertThat(platform.get(agent, "/api/v1/tickets").items()).hasSize(50);

            try (EmbeddedElasticsearch again = elasticsearch()) {
                assertThat(again.address()).isEqualTo(first.address());
                await().atMost(BOUND)
                        .until(() -> platform.getAtOnce(agent, outage).items().size() == 51);
            }
        }
    }
}
