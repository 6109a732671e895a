package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.event.TenantId;
import dev.docket.event.people.Role;
import dev.docket.query.search.SearchPlatform.Answer;
import dev.docket.query.search.SearchPlatform.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchAwayIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir Path directory;

    @Test
    void while_elasticsearch_is_away_lists_go_on_and_afterwards_nothing_is_missing() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        Someone agent = Someone.of(tenant, Role.AGENT);
        Someone requester = Someone.of(tenant, Role.REQUESTER);
        try (SearchPlatform platform = new SearchPlatform(directory.resolve("elasticsearch"))) {
            platform.awaitIndex();
            platform.ticket(requester, "Before the outage").open();
            assertThat(platform.search(agent, "outage").subjects()).hasSize(1);

            platform.stopElasticsearch();
            IntStream.range(0, 50)
                    .forEach(n -> platform.ticket(requester, "During the outage " + n).open());

            long asked = System.nanoTime();
            Answer refused = platform.searchAtOnce(agent, "outage");
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isLessThan(Duration.ofMillis(300));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body().path("type").asString()).endsWith("/search-unavailable");
            assertThat(platform.list(agent).body().path("items").size()).isEqualTo(50);

            platform.restartElasticsearch();

            await().atMost(BOUND)
                    .until(() ->
                            platform.searchAtOnce(agent, "outage", "limit=100").subjects().size()
                                    == 51);
        }
    }
}
