package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.embedded.EmbeddedElasticsearch;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.body().path("type").asString()).endsWith("/search-unavailable");
            assertThat(platform.get(agent, "/api/v1/tickets").items()).hasSize(50);
            subjects_and_titles_are_found_without_the_index(platform, requester, agent);

            try (EmbeddedElasticsearch second = elasticsearch()) {
                assertThat(second.address()).isEqualTo(first.address());
                await().atMost(BOUND)
                        .until(() -> {
                            Answer again = platform.getAtOnce(agent, outage);
                            return again.status() == 200 && again.items().size() == 51;
                        });
            }
        }
    }

    private static void subjects_and_titles_are_found_without_the_index(
            QueryPlatform platform, Someone requester, Someone agent) {
        Someone other = requester.colleague(Role.REQUESTER);
        Someone stranger = Someone.ofNewOrganisation(Role.ADMIN);
        Tickets.ticket(other, "Resetting the passwords of the mailroom")
                .with(Priority.HIGH)
                .describedAs("Nobody can sign in")
                .open(platform);
        Tickets.ticket(requester, "Password of the mailroom was reset").open(platform);
        Tickets.ticket(stranger, "Reset my password").open(platform);
        Articles.article(agent, "How passwords are reset").publish(platform);
        Articles.article(agent, "How passwords are reset, for agents")
                .to(Visibility.AGENTS)
                .publish(platform);
        platform.get(agent, "/api/v1/tickets");
        platform.get(agent, "/api/v1/articles");

        Answer all = without(platform, agent, "/tickets?q=reset%20password");
        assertThat(all.body().path("detail").asString())
                .contains("only ticket numbers and subjects were looked through");
        assertThat(all.items("subject"))
                .containsExactlyInAnyOrder(
                        "Resetting the passwords of the mailroom",
                        "Password of the mailroom was reset");
        assertThat(all.items().getLast().path("highlights").path("subject").path(0).asString())
                .contains("<em>");
        assertThat(subjects(platform, requester, "q=reset%20password"))
                .containsExactly("Password of the mailroom was reset");
        assertThat(subjects(platform, stranger, "q=reset%20password"))
                .containsExactly("Reset my password");
        assertThat(subjects(platform, agent, "q=reset%20password&priority=high"))
                .containsExactly("Resetting the passwords of the mailroom");
        assertThat(subjects(platform, agent, "q=reset&limit=1")).hasSize(1);
        assertThat(subjects(platform, agent, "q=sign")).isEmpty();
        assertThat(subjects(platform, agent, "q=%27%20%7C%20%5C%26%20mailr")).hasSize(2);
        String number = all.items("number").getFirst();
        assertThat(without(platform, agent, "/tickets?q=" + number).items("number"))
                .containsExactly(number);
        assertThat(without(platform, stranger, "/tickets?q=" + number).items()).isEmpty();

        assertThat(without(platform, requester, "/articles?q=reset%20password").items("title"))
                .containsExactly("How passwords are reset");
        assertThat(without(platform, agent, "/articles?q=reset%20password").items("title"))
                .hasSize(2);
        assertThat(without(platform, stranger, "/articles?q=reset%20password").items()).isEmpty();
        assertThat(
                        platform.getAtOnce(
                                        agent,
                                        "/api/v1/tickets/%s/similar"
                                                .formatted(all.items("id").getFirst()))
                                .status())
                .isEqualTo(503);
    }

    private static List<String> subjects(QueryPlatform platform, Someone caller, String asked) {
        return without(platform, caller, "/tickets?" + asked).items("subject");
    }

    /** On a busy machine PostgreSQL may not answer within the moment that it is given. */
    private static Answer without(QueryPlatform platform, Someone caller, String search) {
        return await().atMost(BOUND)
                .until(
                        () -> {
                            long asked = System.nanoTime();
                            Answer answer = platform.getAtOnce(caller, "/api/v1/search" + search);
                            assertThat(answer.status()).isEqualTo(503);
                            assertThat(answer.header("Retry-After")).isNotEmpty();
                            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                                    .isLessThan(Duration.ofSeconds(5));
                            return answer;
                        },
                        answer -> answer.body().has("items"));
    }
}
