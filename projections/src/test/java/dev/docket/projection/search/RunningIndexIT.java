package dev.docket.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.projection.running.OperatorsDoor;
import dev.docket.projection.running.RunningProjections;
import dev.docket.projection.search.PhysicalIndex.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunningIndexIT {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final String INDEX = PROJECTIONS + "/ticket_search";
    private static final String REBUILD = INDEX + "/rebuild";
    private static final String DEAD_LETTERS = INDEX + "/dead-letters";

    private final TestSearch search = new TestSearch();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RunningProjections node =
            new RunningProjections(
                    List.of(),
                    List.of(search.indexer().follower()),
                    search.log.reader(),
                    search.log.database(),
                    metrics);
    private final MockMvcTester door = OperatorsDoor.of(node);

    @AfterEach
    void close() throws Exception {
        node.close();
        search.close();
    }

    private JsonNode get(String path) {
        MvcTestResult answer = door.get().uri(path).exchange();
        assertThat(answer).hasStatus(HttpStatus.OK);
        return body(answer);
    }

    private static JsonNode body(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(MvcTestResult answer, HttpStatus status, String rule) {
        assertThat(answer).hasStatus(status);
        assertThat(body(answer).path("type").asString()).endsWith("/" + rule);
    }

    private double gauge(String name) {
        return metrics.get(name).tag("projection", "ticket_search").gauge().value();
    }

    @Test
    void an_index_stands_among_the_views_and_has_their_gauges() {
        search.open("Seen", "");
        search.awaitIndexed();
        search.indexer().close();
        search.open("Not seen by the index", "");
        search.open("Nor this", "");

        JsonNode standing = get(PROJECTIONS).path("items").path(0);

        assertThat(standing.path("name").asString()).isEqualTo("ticket_search");
        assertThat(standing.path("head").asLong()).isEqualTo(search.log.reader().head());
        assertThat(standing.path("position").asLong()).isEqualTo(search.position());
        assertThat(standing.path("lagEvents").asLong()).isEqualTo(2);
        assertThat(standing.path("deadLetters").asLong()).isZero();
        assertThat(gauge("docket.projection.lag.events")).isEqualTo(2);
        assertThat(gauge("docket.projection.lag.seconds")).isPositive();
        assertThat(gauge("docket.projection.dead.letters")).isZero();
    }

    @Test
    void a_rebuild_is_asked_of_any_node_and_done_by_the_one_that_leads() {
        search.open("One", "");
        search.open("Two", "");
        search.awaitIndexed();
        String before = search.servingIndex();
        assertThat(get(REBUILD).path("state").asString()).isEqualTo("DONE");
        search.indexer().close();

        MvcTestResult asked = door.post().uri(REBUILD).exchange();

        assertThat(asked).hasStatus(HttpStatus.ACCEPTED).hasHeader("Location", REBUILD);
        assertThat(body(asked).path("state").asString()).isEqualTo("RUNNING");
        assertThat(body(asked).path("position").asLong()).isZero();
        assertThat(body(asked).path("head").asLong()).isEqualTo(2);
        assertThat(body(asked).path("percent").asDouble()).isZero();
        assertRefused(
                door.post().uri(REBUILD).exchange(), HttpStatus.CONFLICT, "rebuild-is-running");

        search.restartIndexer();

        await().atMost(TestSearch.BOUND)
                .until(() -> get(REBUILD).path("state").asString().equals("DONE"));
        assertThat(search.servingIndex()).isNotEqualTo(before);
        JsonNode done = get(REBUILD);
        assertThat(done.path("position").asLong()).isEqualTo(2);
        assertThat(done.path("percent").asDouble()).isEqualTo(100);
        assertThat(done.has("documentsPerSecond")).isTrue();
        assertThat(done.has("eventsPerSecond")).isFalse();
    }

    @Test
    void every_node_knows_how_far_an_index_is_built() {
        for (int i = 0; i < 4; i++) {
            search.open("Ticket " + i, "");
        }
        search.awaitIndexed();
        search.indexer().close();
        IndexedView tickets = ChangedTickets.view(search.log.database());
        IndexRegistry registry = new IndexRegistry(search.log.database(), "ticket_search");
        PhysicalIndex built =
                new PhysicalIndex(
                        "built elsewhere",
                        Role.BUILDING,
                        tickets.source().schema(),
                        tickets.mapping(),
                        false,
                        0);
        registry.begin(built);
        List<ChangedDocument> first = tickets.after(0, 3).documents();
        registry.advance(built, first.getLast().change(), first, List.of());

        JsonNode progress = get(REBUILD);

        assertThat(progress.path("state").asString()).isEqualTo("RUNNING");
        assertThat(progress.path("position").asLong()).isEqualTo(3);
        assertThat(progress.path("head").asLong()).isEqualTo(4);
        assertThat(progress.path("percent").asDouble()).isEqualTo(75);
        assertThat(progress.has("documentsPerSecond")).isTrue();
        assertRefused(
                door.post().uri(REBUILD).exchange(), HttpStatus.CONFLICT, "rebuild-is-running");
    }

    @Test
    void a_parked_document_is_written_again_on_command() throws Exception {
        UUID ticket = search.open("Poison", "");
        poison(ticket);
        String letter = letter(ticket);

        MvcTestResult stillUnfit = retry(letter);
        assertThat(body(stillUnfit).path("applied").asInt()).isZero();
        assertThat(letter(ticket)).isEqualTo(letter);

        search.jdbc.sql("UPDATE tickets.ticket SET category = 'cured'").update();
        String serving = search.servingIndex();
        search.elasticsearch.indices().close(request -> request.index(serving));
        assertRefused(retry(letter), HttpStatus.SERVICE_UNAVAILABLE, "search-unavailable");
        assertThat(letter(ticket)).isEqualTo(letter);
        search.elasticsearch.indices().open(request -> request.index(serving));

        await().atMost(TestSearch.BOUND).until(() -> retry(letter).getResponse().getStatus() < 500);

        assertThat(search.document(ticket).orElseThrow().category()).isEqualTo("cured");
        assertThat(get(DEAD_LETTERS).path("items").size()).isZero();
        assertRefused(retry(letter), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void a_parked_document_is_forgotten_on_command() {
        UUID ticket = search.open("Poison", "");
        poison(ticket);
        String letter = DEAD_LETTERS + "/" + letter(ticket);

        assertThat(door.delete().uri(letter).exchange()).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(get(DEAD_LETTERS).path("items").size()).isZero();
        assertRefused(door.delete().uri(letter).exchange(), HttpStatus.NOT_FOUND, "not-found");
        assertThat(search.document(ticket).orElseThrow().category()).isEqualTo("hardware/printer");
    }

    private MvcTestResult retry(String letter) {
        return door.post().uri(DEAD_LETTERS + "/" + letter + "/retry").exchange();
    }

    /** Gives a ticket a category that is longer than a term of Elasticsearch may be. */
    private void poison(UUID ticket) {
        search.awaitIndexed();
        search.jdbc
                .sql(
                        """
                        UPDATE tickets.ticket
                        SET category = ?, change = DEFAULT, position = position + 1
                        WHERE id = ?
                        """)
                .params("t".repeat(40_000), ticket)
                .update();
        // The index looks at its view again when the log grows.
        search.open("Good", "");
        search.awaitIndexed();
    }

    /** The position of the only dead letter, which is a ticket's. */
    private String letter(UUID ticket) {
        JsonNode items = get(DEAD_LETTERS).path("items");
        assertThat(items.size()).isOne();
        assertThat(items.path(0).path("stream").asString()).isEqualTo(ticket.toString());
        assertThat(items.path(0).path("cause").asString()).isNotBlank();
        return items.path(0).path("position").asString();
    }
}
