package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Command, projection and query nodes as processes of their own, some of them twice. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ThreeNodesIT {

    private static final Duration LONGEST_TAKE_OVER = Duration.ofSeconds(60);

    @Test
    void a_ticket_travels_through_all_of_them_and_most_may_go() {
        try (Cluster cluster = Cluster.onStoresIn(RunningPlatform.newDataDirectory())) {
            aTicketTravels(cluster);
        }
    }

    private static void aTicketTravels(Cluster cluster) {
        NodeProcess firstCommands = cluster.launch("command-side");
        NodeProcess secondCommands = cluster.launch("command-side");
        NodeProcess firstViews = cluster.launch("projections");
        NodeProcess secondViews = cluster.launch("projections");
        NodeProcess queries = cluster.launch("query-side");
        Stream.of(firstCommands, secondCommands, firstViews, secondViews, queries)
                .forEach(NodeProcess::ready);
        Platform.Credentials admin = cluster.admin();
        Api first = new Api(firstCommands.address()).signIn(admin.email(), admin.password());
        Api second = first.at(secondCommands.address());
        Api query = first.at(queries.address());

        Answer opened = open(first, "The scanner in the mailroom jams");
        Answer replied =
                second.post(
                        opened.location() + "/replies",
                        Map.of("body", "Is the tray closed?"),
                        "If-Match",
                        opened.etag());
        assertThat(replied.status()).isEqualTo(201);
        Answer ticket = query.getAfter(replied, opened.location());
        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.header("Docket-Stale")).isNull();
        assertThat(ticket.etag()).isEqualTo(replied.etag());
        assertThat(
                        query.getAfter(replied, opened.location() + "/conversation")
                                .body()
                                .path("items"))
                .hasSize(1);
        isFound(query, opened, "jamming%20scanner");

        firstViews.close();
        Answer afterOne = open(second, "The plotter in the attic hums");
        isShown(query, afterOne);
        isFound(query, afterOne, "humming%20plotter");

        cluster.launch("projections").ready();
        secondViews.close();
        firstCommands.close();
        Answer afterTwo = open(second, "The shredder in the cellar smokes");
        isShown(query, afterTwo);
        isFound(query, afterTwo, "smoking%20shredder");
        assertThat(query.get("/api/v1/tickets").body().path("items")).hasSize(3);
    }

    private static Answer open(Api commands, String subject) {
        Answer opened = commands.post("/api/v1/tickets", Map.of("subject", subject));
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        return opened;
    }

    private static void isShown(Api query, Answer opened) {
        Await.until(
                "the views show what was opened after the kill",
                LONGEST_TAKE_OVER,
                () -> query.getAfter(opened, opened.location()).status() == 200);
        assertThat(query.getAfter(opened, opened.location()).header("Docket-Stale")).isNull();
    }

    private static void isFound(Api query, Answer opened, String words) {
        Await.until(
                "the index has what " + words + " is asked for",
                LONGEST_TAKE_OVER,
                () ->
                        query.get("/api/v1/search/tickets?q=" + words)
                                .body()
                                .path("items")
                                .valueStream()
                                .anyMatch(hit -> hit.path("id").asString().equals(opened.id())));
    }
}
