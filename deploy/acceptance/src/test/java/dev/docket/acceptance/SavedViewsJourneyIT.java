package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Somebody's own views of the queue, from saving to removing. */
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedViewsJourneyIT {

    private static final String VIEWS = "/api/v1/views";
    private static final String PASSWORD = "correct horse battery";
    private static final Map<String, Object> OPEN_PRINTERS =
            Map.of("status", List.of("open", "new"), "category", "hardware/printer");

    private final Platform platform;
    private final Api admin;

    SavedViewsJourneyIT(Platform platform) {
        this.platform = platform;
        admin = platform.signIn();
    }

    private Api somebody(String role) {
        String email = UUID.randomUUID() + "@example.org";
        Answer registered =
                admin.post(
                        "/api/v1/people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Robin",
                                "roles",
                                List.of(role),
                                "password",
                                PASSWORD));
        assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
        return new Api(platform.address()).signIn(email, PASSWORD);
    }

    private static Map<String, Object> view(String name, Map<String, ?> filter) {
        return Map.of("name", name, "filter", filter);
    }

    private static Answer save(Api agent, String name) {
        Answer saved = agent.post(VIEWS, view(name, OPEN_PRINTERS));
        assertThat(saved.status()).as("%s", saved.body()).isEqualTo(201);
        return saved;
    }

    private static List<String> names(Answer views) {
        return views.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    @Test
    void a_view_is_saved_changed_moved_and_removed() {
        Api agent = somebody("agent");
        Answer printers = save(agent, "Printers");
        Answer mine = agent.post(VIEWS, view("Mine", Map.of("assignee", "me")));
        assertThat(printers.location()).isEqualTo(VIEWS + "/" + printers.id());

        Answer moved = agent.put(mine.location() + "/position", Map.of("place", 0));
        Answer shown = agent.getAfter(moved, VIEWS);
        assertThat(names(shown)).containsExactly("Mine", "Printers");
        assertThat(shown.etag()).isEqualTo(moved.etag());
        assertThat(shown.body().path("items").path(1).path("filter").path("status").toString())
                .isEqualTo("[\"new\",\"open\"]");

        Answer changed =
                agent.put(printers.location(), view("Paper", Map.of("tags", List.of("paper"))));
        JsonNode paper = agent.getAfter(changed, VIEWS).body().path("items").path(1);
        assertThat(paper.path("name").asString()).isEqualTo("Paper");
        assertThat(paper.path("filter").path("category").isNull()).isTrue();
        assertThat(paper.path("filter").path("tags").toString()).isEqualTo("[\"paper\"]");

        Answer removed = agent.delete(mine.location());
        assertThat(names(agent.getAfter(removed, VIEWS))).containsExactly("Paper");
        assertThat(agent.delete(mine.location()).status()).isEqualTo(404);
    }

    @Test
    void whatever_a_view_holds_the_list_takes() {
        Api agent = somebody("agent");
        Map<String, Object> everything = new HashMap<>(OPEN_PRINTERS);
        everything.put("priority", List.of("low", "critical"));
        everything.put("assignee", "none");
        everything.put("requester", "me");
        everything.put("team", UUID.randomUUID().toString());
        everything.put("tags", List.of("a&b", "c d"));
        everything.put("subject", "100 %");
        everything.put("createdFrom", "2026-01-01T00:00:00+01:00");
        everything.put("createdTo", "9999-12-31T23:59:59.999999999Z");
        everything.put("updatedFrom", "1000-01-01T00:00:00Z");
        everything.put("updatedTo", "2026-01-01T00:00:00Z");
        Stream.of("updatedAt", "openedAt", "priority", "number")
                .flatMap(field -> Stream.of(field, "-" + field))
                .forEach(sort -> {
                    everything.put("sort", sort);
                    assertThat(agent.post(VIEWS, view(sort, everything)).status()).isEqualTo(201);
                });
        Answer last = agent.post(VIEWS, view("Nothing asked for", Map.of()));

        Answer views = agent.getAfter(last, VIEWS);

        assertThat(names(views)).hasSize(9);
        views.body()
                .path("items")
                .forEach(view -> {
                    Answer list = agent.get("/api/v1/tickets?" + query(view.path("filter")));
                    assertThat(list.status()).as("%s: %s", view, list.body()).isEqualTo(200);
                });
    }

    /** A view's filter as a list is asked for it. */
    private static String query(JsonNode filter) {
        return filter.propertyStream()
                .filter(field ->
                        !field.getValue().isNull()
                                && (field.getValue().isString() || !field.getValue().isEmpty()))
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(
                                        field.getValue().isArray()
                                                ? field.getValue()
                                                        .valueStream()
                                                        .map(JsonNode::asString)
                                                        .collect(Collectors.joining(","))
                                                : field.getValue().asString(),
                                        StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"x\"}                                              | 422 | filter",
                "{\"filter\": {}}                                               | 422 | name",
                "{\"name\": 7, \"filter\": {}}                                  | 400 | name",
                "{\"name\": \" \", \"filter\": {}}                              | 422 | name",
                "{\"name\": \"a\\nb\", \"filter\": {}}                          | 422 | name",
                "{\"name\": \"x\", \"filter\": \"status=open\"}                 | 400 | filter",
                "{\"name\": \"x\", \"filter\": {\"colour\": \"red\"}}           | 400 | filter.colour",
                "{\"name\": \"x\", \"filter\": {\"limit\": 7}}                  | 400 | filter.limit",
                "{\"name\": \"x\", \"filter\": {\"status\": \"open\"}}          | 400 | filter.status",
                "{\"name\": \"x\", \"filter\": {\"status\": [\"lost\"]}}        | 400 | filter.status.0",
                "{\"name\": \"x\", \"filter\": {\"status\": [null]}}            | 422 | filter.status[0]",
                "{\"name\": \"x\", \"filter\": {\"tags\": [null]}}              | 422 | filter.tags[0]",
                "{\"name\": \"x\", \"filter\": {\"tags\": [\"a,b\"]}}           | 422 | filter.tags",
                "{\"name\": \"x\", \"filter\": {\"assignee\": \"somebody\"}}    | 400 | filter.assignee",
                "{\"name\": \"x\", \"filter\": {\"requester\": \"none\"}}       | 422 | filter.requester",
                "{\"name\": \"x\", \"filter\": {\"team\": \"us\"}}              | 400 | filter.team",
                "{\"name\": \"x\", \"filter\": {\"category\": \" \"}}           | 422 | filter.category",
                "{\"name\": \"x\", \"filter\": {\"createdTo\": \"today\"}}      | 400 | filter.createdTo",
                "{\"name\": \"x\", \"filter\": {\"sort\": \"colour\"}}          | 400 | filter.sort",
            })
    void what_is_no_view_is_refused_with_field_and_rule(String body, int status, String field) {
        Answer refused = admin.postText(VIEWS, "application/json", body);

        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("field").asString()).isEqualTo(field);
        assertThat(refused.body().path("rule").asString()).isNotBlank();
        assertThat(admin.get(VIEWS).body().path("items").size()).isZero();
    }

    @Test
    void the_same_key_saves_one_view_and_stands_for_one_request() {
        Api agent = somebody("agent");
        String key = UUID.randomUUID().toString();
        List<Answer> answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(n ->
                                agent.post(
                                        VIEWS, view("Once", OPEN_PRINTERS), "Idempotency-Key", key))
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::id).containsOnly(answers.getFirst().id());
        assertThat(agent.post(VIEWS, view("Twice", OPEN_PRINTERS), "Idempotency-Key", key).status())
                .isEqualTo(422);
        assertThat(names(agent.getAfter(answers.getFirst(), VIEWS))).containsExactly("Once");
    }

    @Test
    void of_changes_with_one_version_one_happens_and_a_name_is_given_once() {
        Api agent = somebody("agent");
        Answer saved = save(agent, "Printers");

        List<Answer> answers =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(n ->
                                agent.put(
                                        saved.location(),
                                        view("Changed " + n, OPEN_PRINTERS),
                                        "If-Match",
                                        saved.etag()))
                        .toList();

        assertThat(answers)
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(200, 412, 412, 412);
        save(agent, "Printers");
        Answer taken = agent.post(VIEWS, view("PRINTERS", Map.of()));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().path("rule").asString()).isEqualTo("view-name-is-taken");
        assertThat(taken.body().path("field").asString()).isEqualTo("name");
    }

    @Test
    void views_are_a_persons_own_and_nothing_for_requesters() {
        Api agent = somebody("agent");
        Answer saved = save(agent, "Printers");
        Api colleague = somebody("lead");

        assertThat(colleague.getAfter(saved, VIEWS).body().path("items").size()).isZero();
        assertThat(colleague.delete(saved.location()).status()).isEqualTo(404);
        assertThat(colleague.put(saved.location(), view("Theirs", Map.of())).status())
                .isEqualTo(404);
        assertThat(names(agent.get(VIEWS))).containsExactly("Printers");
        Api requester = somebody("requester");
        assertThat(requester.get(VIEWS).status()).isEqualTo(403);
        assertThat(requester.post(VIEWS, view("Mine", Map.of())).status()).isEqualTo(403);
    }

    @Test
    void the_fifty_first_view_is_refused() {
        Api agent = somebody("agent");
        IntStream.range(0, 50).forEach(n -> save(agent, "View " + n));

        Answer refused = agent.post(VIEWS, view("One too many", Map.of()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("rule").asString()).isEqualTo("too-many-views");
    }
}
