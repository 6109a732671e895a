package dev.docket.command.knowledge;

import static dev.docket.command.TestHttp.NO_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.command.decision.Actor;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.imports.ShippedMappings;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.edge.Tokens;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachmentEvent.AttachmentErased;
import dev.docket.event.attachment.AttachmentEvent.AttachmentPlaced;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Place;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleEvent.PublicationScheduled;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteWithdrawn;
import dev.docket.event.knowledge.Language;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.log.Reminders;
import dev.docket.log.Reminders.Reminder;
import dev.docket.log.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The knowledge base over HTTP, on two nodes that share one log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnowledgeIT {

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode FIRST = TestNode.on(DATABASE);
    private static final TestNode SECOND = TestNode.on(DATABASE);
    private static final PersonId LEA = new PersonId(Ids.named("lea"));
    private static final TenantId HOME = new TenantId(Ids.named("tenant", "first"));
    private static final TenantId ELSEWHERE = new TenantId(Ids.named("tenant", "elsewhere"));

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    private static TestHttp lead() {
        return lead(FIRST);
    }

    private static TestHttp lead(TestNode node) {
        return node.as(LEA, Role.LEAD);
    }

    private static TestHttp elsewhere(Role role) {
        String token = FIRST.bean(Tokens.class).access(LEA, ELSEWHERE, Set.of(role));
        return FIRST.anybody().with(token);
    }

    private static UUID category(String audience) {
        Answer added =
                lead().post(
                                "/categories",
                                Map.of(
                                        "names",
                                        Map.of("en", "Network " + UUID.randomUUID()),
                                        "visibility",
                                        Map.of("audience", audience)));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.id();
    }

    private static Map<String, ?> content(UUID category, String title) {
        return Map.of(
                "language",
                "en",
                "title",
                title,
                "body",
                "Connect to the *tunnel* first.",
                "category",
                category,
                "tags",
                List.of("vpn", "remote"),
                "visibility",
                Map.of("audience", "public"));
    }

    private static UUID draft(UUID category) {
        return FIRST.agent().post("/articles", content(category, "How to use the VPN")).id();
    }

    private static UUID published() {
        UUID article = draft(category("public"));
        Answer published = lead().post("/articles/" + article + "/publication", NO_BODY);
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        return article;
    }

    private static List<ArticleEvent> events(UUID article) {
        return events(article, ArticleEvent.class);
    }

    private static UUID correlation(UUID stream, Class<? extends ArticleEvent> type) {
        return FIRST.stream(stream).stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .map(recorded -> recorded.facts().correlation())
                .findFirst()
                .orElseThrow();
    }

    private static <E> List<E> events(UUID stream, Class<E> type) {
        return FIRST.stream(stream).stream().map(Recorded::event).map(type::cast).toList();
    }

    @Test
    void an_article_goes_from_a_draft_to_its_readers_and_back() {
        UUID category = category("public");
        Answer drafted = FIRST.agent().post("/articles", content(category, "How to use the VPN"));
        String article = "/articles/" + drafted.id();
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.headers().firstValue("Location")).hasValue("/api/v1" + article);
        assertThat(drafted.text("stage")).isEqualTo("draft");
        assertThat(drafted.etag()).isEqualTo("\"0\"");

        Answer asked = FIRST.agent().post(article + "/review", NO_BODY);
        Answer approved = lead(SECOND).post(article + "/approval", NO_BODY);
        Answer shown = lead().post(article + "/publication", NO_BODY);
        assertThat(asked.text("stage")).isEqualTo("in_review");
        assertThat(approved.text("stage")).isEqualTo("approved");
        assertThat(shown.text("stage")).isEqualTo("published");
        assertThat(shown.body().path("published").asInt()).isEqualTo(1);

        Answer edited = SECOND.agent().put(article, content(category, "VPN"), "If-Match", "\"3\"");
        assertThat(edited.text("stage")).isEqualTo("draft");
        assertThat(edited.body().path("revision").asInt()).isEqualTo(2);
        assertThat(edited.body().path("published").asInt()).isEqualTo(1);
        assertThat(FIRST.agent().put(article, content(category, "x"), "If-Match", "\"3\"").status())
                .isEqualTo(412);

        Answer restored =
                FIRST.agent()
                        .post(
                                article + "/revisions/1/restoration",
                                Map.of("reason", "The longer title was better"));
        assertThat(restored.body().path("revision").asInt()).isEqualTo(3);
        assertThat(events(drafted.id()).getLast()).isInstanceOf(RevisionRestored.class);

        assertThat(lead().put(article + "/featured", NO_BODY).status()).isEqualTo(200);
        assertThat(lead().delete(article + "/publication?reason=wrong").status()).isEqualTo(200);
        assertThat(lead().post(article + "/archive", Map.of("reason", "old")).text("stage"))
                .isEqualTo("archived");
        assertThat(FIRST.agent().put(article, content(category, "x")).rule())
                .isEqualTo("article-is-archived");
        assertThat(lead().delete(article + "/archive").text("stage")).isEqualTo("draft");
    }

    private static UUID upload(TestHttp uploader) {
        Answer answer = uploader.upload("screen.txt", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private static Answer attach(TestHttp who, UUID article, UUID... files) {
        return who.post(
                "/articles/" + article + "/attachments", Map.of("attachments", List.of(files)));
    }

    @Test
    void files_come_to_an_article_and_belong_to_it_alone() {
        UUID article = published();
        UUID other = draft(category("public"));
        UUID screen = upload(FIRST.agent());
        UUID form = upload(SECOND.agent());

        Answer attached = attach(SECOND.agent(), article, screen, form, screen);

        assertThat(attached.status()).as(attached.toString()).isEqualTo(200);
        assertThat(attached.body().path("revision").asInt()).isEqualTo(2);
        assertThat(attached.body().path("published").asInt()).isEqualTo(1);
        assertThat(attached.text("stage")).isEqualTo("draft");
        assertThat(((FilesAttached) events(article).getLast()).attachments())
                .extracting(file -> file.attachment().value())
                .containsExactly(screen, form);
        assertThat(FIRST.stream(screen).getLast().event())
                .isEqualTo(
                        new AttachmentPlaced(
                                new AttachmentId(screen), new Place(Place.Kind.ARTICLE, article)));
        assertThat(attach(FIRST.agent(), other, screen).rule()).isEqualTo("attachment-is-taken");
        assertThat(attach(lead(), other, upload(FIRST.agent())).rule())
                .isEqualTo("attachment-not-found");
        assertThat(attach(elsewhere(Role.ADMIN), article, upload(elsewhere(Role.ADMIN))).rule())
                .isEqualTo("article-not-found");
        UUID[] many = IntStream.range(0, 101).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
        assertThat(attach(FIRST.agent(), other, many).rule()).isEqualTo("too-many-files");
        assertThat(events(other)).hasSize(1);
    }

    @Test
    void files_come_once_under_a_key_and_to_the_version_that_was_seen() {
        UUID article = draft(category("agents"));
        UUID file = upload(FIRST.agent());
        String path = "/articles/" + article + "/attachments";
        Map<String, ?> wish = Map.of("attachments", List.of(file), "reason", "A screen");
        String key = UUID.randomUUID().toString();

        Answer old = FIRST.agent().post(path, wish, "If-Match", "\"7\"");
        Answer first = FIRST.agent().post(path, wish, "Idempotency-Key", key);
        Answer again = SECOND.agent().post(path, wish, "Idempotency-Key", key);

        assertThat(old.status()).isEqualTo(412);
        assertThat(first.etag()).isEqualTo("\"1\"");
        assertThat(again.withoutPosition()).isEqualTo(first.withoutPosition());
        assertThat(events(article)).hasSize(2);
        assertThat(FIRST.stream(file)).hasSize(2);
    }

    @Test
    void a_file_is_taken_off_an_article_and_erased() {
        UUID article = published();
        UUID file = upload(FIRST.agent());
        attach(FIRST.agent(), article, file);
        String path = "/articles/" + article + "/attachments/" + file + "/removal";

        assertThat(FIRST.agent().post(path, Map.of()).text("field")).isEqualTo("reason");
        assertThat(FIRST.requester().post(path, Map.of("reason", "x")).status()).isEqualTo(403);
        assertThat(elsewhere(Role.ADMIN).post(path, Map.of("reason", "x")).rule())
                .isEqualTo("article-not-found");
        Answer removed = lead(SECOND).post(path, Map.of("reason", "A password is on it"));

        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        assertThat(events(article).getLast())
                .isEqualTo(
                        new FileRemoved(
                                new ArticleId(article),
                                new AttachmentId(file),
                                "A password is on it"));
        assertThat(FIRST.stream(file).getLast().event()).isInstanceOf(AttachmentErased.class);
        assertThat(lead().post(path, Map.of("reason", "again")).rule()).isEqualTo("file-not-found");
    }

    @Test
    void an_article_that_began_a_revision_with_files_is_restored_to_it() {
        UUID category = category("agents");
        UUID article = draft(category);
        attach(FIRST.agent(), article, upload(FIRST.agent()));
        SECOND.agent().put("/articles/" + article, content(category, "Another title"));

        Answer restored =
                SECOND.agent().post("/articles/" + article + "/revisions/2/restoration", NO_BODY);

        assertThat(restored.body().path("revision").asInt()).as(restored.toString()).isEqualTo(4);
        assertThat(((RevisionRestored) events(article).getLast()).content().title())
                .isEqualTo("How to use the VPN");
    }

    @Test
    void a_long_article_is_restored_on_a_node_that_has_only_its_snapshot() {
        UUID category = category("agents");
        UUID article = draft(category);
        for (int i = 2; i <= 60; i++) {
            assertThat(
                            FIRST.agent()
                                    .put("/articles/" + article, content(category, "Title " + i))
                                    .status())
                    .isEqualTo(200);
        }
        JdbcClient database = JdbcClient.create(FIRST.bean(javax.sql.DataSource.class));
        await().untilAsserted(() ->
                assertThat(
                                database.sql("SELECT type FROM log.snapshot WHERE stream = ?")
                                        .param(article)
                                        .query(String.class)
                                        .list())
                        .containsExactly("Article"));

        Answer restored =
                SECOND.agent().post("/articles/" + article + "/revisions/7/restoration", NO_BODY);

        assertThat(restored.body().path("revision").asInt()).as(restored.toString()).isEqualTo(61);
        assertThat(((RevisionRestored) events(article).getLast()).content().title())
                .isEqualTo("Title 7");
    }

    @Test
    void an_article_has_one_translation_into_a_language_over_all_nodes() {
        UUID original = published();
        Map<String, ?> german = Map.of("language", "de", "title", "VPN benutzen", "body", "Erst …");
        List<Integer> statuses =
                Stream.of(FIRST, SECOND, FIRST, SECOND)
                        .parallel()
                        .map(node ->
                                node.agent()
                                        .post("/articles/" + original + "/translations", german)
                                        .status())
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409);

        Answer again = FIRST.agent().post("/articles/" + original + "/translations", german);
        assertThat(again.rule()).isEqualTo("translation-exists");
        Map<String, ?> edit =
                Map.of(
                        "language", "de",
                        "title", "VPN",
                        "body", "x",
                        "visibility", Map.of("audience", "agents"));
        assertThat(FIRST.agent().put("/articles/" + original, edit).rule())
                .isEqualTo("translation-exists");
        UUID translation =
                TranslateArticle.translation(new ArticleId(original), new Language("de")).value();
        assertThat(
                        FIRST.agent()
                                .post(
                                        "/articles/" + translation + "/translations",
                                        Map.of("language", "fr"))
                                .rule())
                .isEqualTo("article-is-a-translation");
    }

    @Test
    void a_solution_becomes_an_article_that_is_linked_to_its_ticket() {
        UUID ticket = FIRST.agent().open("No sound").id();
        String from = "/articles/from-ticket/" + ticket;
        assertThat(FIRST.agent().post(from, Map.of("language", "en")).rule())
                .isEqualTo("ticket-is-not-solved");
        FIRST.agent().post("/tickets/" + ticket + "/resolution", Map.of("solution", "Plug it in."));

        Answer drafted =
                SECOND.agent().post(from, Map.of("language", "en", "body", "See also: cables."));

        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        ArticleDrafted event = (ArticleDrafted) events(drafted.id()).getFirst();
        assertThat(event.content().title()).isEqualTo("No sound");
        assertThat(event.content().body()).isEqualTo("Plug it in.\n\nSee also: cables.");
        assertThat(event.solves()).isEqualTo(new TicketId(ticket));
        assertThat(events(drafted.id()))
                .contains(new ArticleLinked(new ArticleId(drafted.id()), new TicketId(ticket)));
        assertThat(elsewhere(Role.AGENT).post(from, Map.of("language", "en")).rule())
                .isEqualTo("ticket-does-not-exist");
        assertThat(
                        FIRST.agent()
                                .put(
                                        "/articles/" + drafted.id() + "/links/" + UUID.randomUUID(),
                                        NO_BODY)
                                .rule())
                .isEqualTo("ticket-does-not-exist");
    }

    /** A node's timer of a day that has not come yet. */
    private static PublicationTimer tomorrow(TestNode node) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        return new PublicationTimer(
                node.bean(ArticleDesk.class), node.bean(Reminders.class), clock);
    }

    @Test
    void what_is_scheduled_is_published_once_by_any_node() {
        UUID category = category("public");
        Instant at = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        List<UUID> articles = IntStream.range(0, 12).mapToObj(i -> draft(category)).toList();
        for (UUID article : articles) {
            Answer scheduled =
                    lead().put("/articles/" + article + "/schedule", Map.of("at", at.toString()));
            assertThat(scheduled.text("stage")).as(scheduled.toString()).isEqualTo("scheduled");
            lead().put("/articles/" + article + "/schedule", Map.of("at", at.toString()));
        }
        UUID cancelled = articles.getFirst();
        lead(SECOND).delete("/articles/" + cancelled + "/schedule");
        UUID edited = articles.getLast();
        SECOND.agent().put("/articles/" + edited, content(category, "Not to be seen yet"));

        try (PublicationTimer one = tomorrow(FIRST);
                PublicationTimer another = tomorrow(SECOND)) {
            one.start();
            another.start();
            await().untilAsserted(() ->
                    assertThat(articles.subList(1, 12)).allMatch(KnowledgeIT::isPublished));
        }
        assertThat(isPublished(cancelled)).isFalse();
        ArticlePublished shown = (ArticlePublished) events(edited).getLast();
        assertThat(shown.revision()).isEqualTo(1);
        assertThat(shown.content().title()).isEqualTo("How to use the VPN");
        assertThat(articles.subList(1, 12))
                .as("what was published because somebody scheduled it belongs to their wish")
                .allSatisfy(article ->
                        assertThat(correlation(article, ArticlePublished.class))
                                .isEqualTo(correlation(article, PublicationScheduled.class)));
        for (UUID article : articles) {
            PublishDue again =
                    new PublishDue(
                            new ArticleId(article),
                            at.truncatedTo(ChronoUnit.MILLIS),
                            KnowledgeBase.untouched(HOME));
            FIRST.bean(ArticleDesk.class).send(again, aTimersWish());
        }
        assertThat(articles.subList(1, 12))
                .allSatisfy(article ->
                        assertThat(events(article))
                                .filteredOn(ArticlePublished.class::isInstance)
                                .hasSize(1));
    }

    @Test
    void nobody_else_has_a_say_in_when_an_article_is_published() {
        UUID article = draft(category("public"));
        UUID ticket = FIRST.agent().open("No sound").id();
        Map<String, String> at =
                Map.of("at", Clock.systemUTC().instant().plus(Duration.ofHours(2)).toString());
        TestHttp stranger = elsewhere(Role.LEAD);

        assertThat(stranger.put("/articles/" + article + "/schedule", at).status()).isEqualTo(404);
        assertThat(lead().put("/articles/" + ticket + "/schedule", at).status()).isEqualTo(404);
        assertThat(lead().put("/articles/" + article + "/schedule", at).status()).isEqualTo(200);

        try (PublicationTimer timer = tomorrow(FIRST)) {
            timer.start();
            await().untilAsserted(() -> assertThat(isPublished(article)).isTrue());
        }
    }

    @Test
    void a_reminder_that_leads_nowhere_keeps_no_other_waiting() {
        UUID article = draft(category("public"));
        Instant at = Clock.systemUTC().instant().plus(Duration.ofHours(3));
        Reminders reminders = FIRST.bean(Reminders.class);
        for (UUID stream : List.of(FIRST.agent().open("No sound").id(), UUID.randomUUID())) {
            reminders.put(new Reminder(ArticleDesk.PUBLICATIONS, stream, HOME, at.minusSeconds(1)));
        }
        lead().put("/articles/" + article + "/schedule", Map.of("at", at.toString()));

        try (PublicationTimer timer = tomorrow(FIRST)) {
            timer.start();
            await().untilAsserted(() -> assertThat(isPublished(article)).isTrue());
            await().untilAsserted(() ->
                    assertThat(
                                    reminders.take(
                                            ArticleDesk.PUBLICATIONS,
                                            at.plus(Duration.ofDays(3)),
                                            Duration.ZERO,
                                            100))
                            .isEmpty());
        }
    }

    @Test
    void an_id_of_something_else_leads_to_no_article() {
        UUID ticket = FIRST.agent().open("No sound").id();
        UUID article = published();

        assertThat(FIRST.anybody().post("/articles/" + ticket + "/views", NO_BODY).status())
                .isEqualTo(404);
        assertThat(lead().post("/articles/" + ticket + "/publication", NO_BODY).status())
                .isEqualTo(404);
        assertThat(
                        FIRST.agent()
                                .post("/tickets/" + article + "/replies", Map.of("body", "?"))
                                .status())
                .isEqualTo(404);
        assertThat(lead().get("/imports/" + ticket).status()).isEqualTo(404);
    }

    @Test
    void a_row_that_names_no_case_is_refused_alone() {
        Map<String, ?> mapping =
                Map.of(
                        "source", "somewhere",
                        "caseColumn", "number",
                        "opening", Map.of("subject", "{subject}"));
        Answer started =
                lead().post(
                                "/imports",
                                Map.of(
                                        "format",
                                        "jsonl",
                                        "fingerprint",
                                        "cd".repeat(32),
                                        "mapping",
                                        mapping,
                                        "rows",
                                        3));
        String rows =
                """
                {"number":"1","subject":"First"}
                {"subject":"Of no case"}
                {"number":"3","subject":"Third"}
                """;

        Answer done =
                lead().postText(
                                "/imports/" + started.id() + "/rows?from=1",
                                "application/jsonl",
                                rows);

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.body().path("imported").asInt()).isEqualTo(2);
        assertThat(done.body().path("completed").asBoolean()).isTrue();
    }

    @Test
    void an_import_by_a_mapping_that_is_offered_is_that_of_the_command_line() {
        Answer offered = lead().get("/imports/mappings");

        assertThat(offered.body().path("items").findValuesAsString("name"))
                .isEqualTo(ShippedMappings.NAMES);
        for (JsonNode each : offered.body().path("items")) {
            String document = ShippedMappings.named(each.path("name").asString()).orElseThrow();
            JsonNode shipped = JsonMapper.shared().readTree(document);
            assertThat(each.path("columns").size()).isPositive();
            assertThat(begun(each.path("mapping")).id()).isEqualTo(begun(shipped).id());
        }
        assertThat(FIRST.agent().get("/imports/mappings").status()).isEqualTo(403);
    }

    private static Answer begun(JsonNode mapping) {
        Answer begun =
                lead().post(
                                "/imports",
                                Map.of(
                                        "format",
                                        "csv",
                                        "fingerprint",
                                        "ef".repeat(32),
                                        "mapping",
                                        mapping,
                                        "rows",
                                        1));
        assertThat(begun.status()).as(begun.toString()).isIn(200, 201);
        return begun;
    }

    @Test
    void a_file_that_does_not_fit_its_mapping_is_refused_by_the_columns_that_miss() {
        Answer started =
                lead().post(
                                "/imports",
                                Map.of(
                                        "format",
                                        "csv",
                                        "fingerprint",
                                        "0a".repeat(32),
                                        "mapping",
                                        Map.of(
                                                "source", "somewhere",
                                                "caseColumn", "number",
                                                "opening", Map.of("subject", "{title} {id}")),
                                        "rows",
                                        1));

        Answer refused =
                lead().postText(
                                "/imports/" + started.id() + "/rows?from=1",
                                "text/csv",
                                "id,subject\n1,First\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.rule()).isEqualTo("import-columns-missing");
        assertThat(refused.text("detail")).contains("number, title;", "it has id, subject");
        assertThat(lead().get("/imports/" + started.id()).body().path("nextRow").asInt()).isOne();
    }

    private static boolean isPublished(UUID article) {
        return events(article).stream().anyMatch(ArticlePublished.class::isInstance);
    }

    private static Wish aTimersWish() {
        UUID id = UUID.randomUUID();
        Facts facts =
                new Facts(HOME, PersonId.SYSTEM, "PublishDue", id, id, "test", null, null, null);
        return new Wish(new Actor(HOME, PersonId.SYSTEM, true), facts, null);
    }

    @Test
    void a_date_that_passed_while_no_node_ran_is_kept_at_the_next_start() {
        LogProperties.Database database = TestDatabase.create();
        UUID article;
        Instant soon;
        try (TestNode ending = TestNode.on(database)) {
            UUID category =
                    ending.as(LEA, Role.ADMIN)
                            .post("/categories", Map.of("names", Map.of("en", "Network")))
                            .id();
            article = ending.agent().post("/articles", content(category, "Later")).id();
            soon = Clock.systemUTC().instant().plusSeconds(3);
            assertThat(
                            lead(ending)
                                    .put(
                                            "/articles/" + article + "/schedule",
                                            Map.of("at", soon.toString()))
                                    .status())
                    .isEqualTo(200);
        }
        try (TestNode beginning = TestNode.on(database)) {
            await().untilAsserted(() ->
                    assertThat(beginning.stream(article).getLast().event())
                            .isInstanceOf(ArticlePublished.class));
        }
    }

    @Test
    void a_reader_votes_once_and_may_think_again() {
        UUID article = published();
        TestHttp rita = FIRST.requester();
        Answer voted = rita.put("/articles/" + article + "/vote", Map.of("helpful", false));
        assertThat(voted.status()).as(voted.toString()).isEqualTo(200);
        SECOND.requester()
                .put("/articles/" + article + "/vote", Map.of("helpful", true, "comment", "Now!"));
        rita.put("/articles/" + article + "/vote", Map.of("helpful", true, "comment", "Now!"));
        Answer withdrawn = rita.delete("/articles/" + article + "/vote");
        assertThat(withdrawn.body().path("voted").asBoolean()).isFalse();
        assertThat(rita.delete("/articles/" + article + "/vote").status()).isEqualTo(200);

        ArticleId id = new ArticleId(article);
        UUID stream = ArticleVoteId.of(id, TestNode.RITA).value();
        assertThat(events(stream, ArticleVoteEvent.class))
                .containsExactly(
                        new VoteCast(id, TestNode.RITA, null, false, null),
                        new VoteCast(id, TestNode.RITA, false, true, "Now!"),
                        new VoteWithdrawn(id, TestNode.RITA, true));
    }

    @Test
    void nobody_votes_on_what_they_may_not_read() {
        UUID unseen = draft(category("public"));
        UUID forAgents = draft(category("agents"));
        lead().post("/articles/" + forAgents + "/publication", NO_BODY);
        for (UUID article : List.of(unseen, forAgents, UUID.randomUUID())) {
            assertThat(
                            FIRST.requester()
                                    .put("/articles/" + article + "/vote", Map.of("helpful", true))
                                    .rule())
                    .isEqualTo("article-not-found");
            assertThat(FIRST.requester().post("/articles/" + article + "/views", NO_BODY).status())
                    .isEqualTo(404);
        }
        assertThat(FIRST.requester().delete("/articles/" + unseen + "/vote").status())
                .isEqualTo(200);
        assertThat(
                        FIRST.agent()
                                .put("/articles/" + forAgents + "/vote", Map.of("helpful", true))
                                .status())
                .isEqualTo(200);
        assertThat(
                        elsewhere(Role.ADMIN)
                                .put("/articles/" + published() + "/vote", Map.of("helpful", true))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void an_import_makes_articles_that_are_tied_to_their_originals() {
        Map<String, ?> mapping =
                Map.of(
                        "source",
                        "tldr",
                        "article",
                        Map.of(
                                "key", "{key}",
                                "language", "{lang}",
                                "title", "{title}",
                                "body", "{body}",
                                "category", "{category}",
                                "audience", "public",
                                "original", "en"));
        String fingerprint = "ab".repeat(32);
        Answer started =
                lead().post(
                                "/imports",
                                Map.of(
                                        "format",
                                        "jsonl",
                                        "fingerprint",
                                        fingerprint,
                                        "mapping",
                                        mapping,
                                        "rows",
                                        6));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        String rows =
                """
                {"key":"a/tar","category":"archives","lang":"en","title":"tar","body":"> Packs files.\\n> More.\\n\\n`tar {{x}}`"}
                {"key":"a/tar","category":"archives","lang":"pt_BR","title":"tar","body":"> Empacota."}
                {"key":"a/tar","category":"Archives","lang":"pt-BR","title":"tar","body":"again"}
                {"key":"a/zip","category":"archives","lang":"ja","title":"zip","body":"> 圧縮"}
                {"key":"a/zip","category":"archives","lang":"klingon!","title":"zip","body":"x"}
                {"key":"a/zip","category":"archives","lang":"de","title":"","body":"x"}
                """;
        String path = "/imports/" + started.id() + "/rows?from=1";
        Answer done = lead().postText(path, "application/jsonl", rows);
        long head = FIRST.bean(LogReader.class).head();
        Answer again = lead(SECOND).postText(path, "application/jsonl", rows);

        assertThat(done.body().path("imported").asInt()).as(done.toString()).isEqualTo(3);
        assertThat(done.body().path("completed").asBoolean()).isTrue();
        assertThat(again.body()).isEqualTo(done.body());
        assertThat(FIRST.bean(LogReader.class).head()).isEqualTo(head);
        assertThat(
                        lead().get("/imports/" + started.id() + "/refusals")
                                .body()
                                .path("items")
                                .valueStream()
                                .map(item ->
                                        item.path("row").asInt()
                                                + " "
                                                + item.path("rule").asString())
                                .toList())
                .containsExactly(
                        "3 translation-exists", "5 import-language", "6 article-is-incomplete");
        ArticleId tar = new ArticleId(Ids.named("import-article", "" + started.id(), "a/tar"));
        ArticleId translated = TranslateArticle.translation(tar, new Language("pt-BR"));
        ArticleDrafted original = (ArticleDrafted) events(tar.value()).getFirst();
        ArticleDrafted translation = (ArticleDrafted) events(translated.value()).getFirst();
        assertThat(original.content().summary()).isEqualTo("Packs files.");
        assertThat(original.content().body()).contains("{{x}}");
        assertThat(translation.translationOf()).isEqualTo(tar);
        assertThat(translation.content().category()).isEqualTo(original.content().category());
        assertThat(events(translated.value()).getLast()).isInstanceOf(ArticlePublished.class);
    }

    static Stream<Arguments> routes() {
        String article = "/articles/" + UUID.randomUUID();
        String category = "/categories/" + UUID.randomUUID();
        return Stream.of(
                arguments("POST", "/articles", Role.AGENT),
                arguments("POST", "/articles/from-ticket/" + UUID.randomUUID(), Role.AGENT),
                arguments("PUT", article, Role.AGENT),
                arguments("POST", article + "/translations", Role.AGENT),
                arguments("POST", article + "/revisions/1/restoration", Role.AGENT),
                arguments("POST", article + "/review", Role.AGENT),
                arguments("POST", article + "/confirmation", Role.AGENT),
                arguments("PUT", article + "/links/" + UUID.randomUUID(), Role.AGENT),
                arguments("DELETE", article + "/links/" + UUID.randomUUID(), Role.AGENT),
                arguments("POST", article + "/changes", Role.LEAD),
                arguments("POST", article + "/approval", Role.LEAD),
                arguments("POST", article + "/publication", Role.LEAD),
                arguments("DELETE", article + "/publication?reason=x", Role.LEAD),
                arguments("PUT", article + "/schedule", Role.LEAD),
                arguments("DELETE", article + "/schedule", Role.LEAD),
                arguments("POST", article + "/archive", Role.LEAD),
                arguments("DELETE", article + "/archive", Role.LEAD),
                arguments("PUT", article + "/featured", Role.LEAD),
                arguments("DELETE", article + "/featured", Role.LEAD),
                arguments("POST", "/categories", Role.LEAD),
                arguments("PUT", category + "/names", Role.LEAD),
                arguments("PUT", category + "/position", Role.LEAD),
                arguments("PUT", category + "/visibility", Role.LEAD),
                arguments("DELETE", category, Role.LEAD),
                arguments("PUT", "/knowledge-base/settings", Role.LEAD),
                arguments("POST", "/synonyms", Role.LEAD),
                arguments("DELETE", "/synonyms/" + UUID.randomUUID(), Role.LEAD),
                arguments("POST", article + "/attachments", Role.AGENT),
                arguments(
                        "POST",
                        article + "/attachments/" + UUID.randomUUID() + "/removal",
                        Role.AGENT),
                arguments("PUT", article + "/vote", Role.REQUESTER),
                arguments("DELETE", article + "/vote", Role.REQUESTER),
                arguments("POST", "/searches", Role.REQUESTER));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_route_is_open_from_one_role_on(String method, String path, Role least) {
        List<Role> rising = List.of(Role.REQUESTER, Role.AGENT, Role.LEAD, Role.ADMIN);
        for (Role role : rising) {
            Answer answer = FIRST.as(LEA, role).send(method, path, NO_BODY);
            assertThat(answer.status() == 403)
                    .as("%s %s as %s: %s", method, path, role, answer)
                    .isEqualTo(rising.indexOf(role) < rising.indexOf(least));
        }
        assertThat(FIRST.as(LEA, Role.AUDITOR).send(method, path, NO_BODY).status()).isEqualTo(403);
        assertThat(FIRST.anybody().send(method, path, NO_BODY).status()).isEqualTo(401);
    }

    static Stream<Arguments> whatDoesNotFit() {
        Map<String, ?> en = Map.of("en", "Name");
        return Stream.of(
                arguments("/articles", Map.of("title", "x"), 422, "language"),
                arguments("/articles", Map.of("language", "klingon!"), 400, "language"),
                arguments("/articles", Map.of("language", 7), 400, "language"),
                arguments("/articles", Map.of("language", "en", "tags", nothing()), 400, "tags.0"),
                arguments("/articles", Map.of("language", "en", "x", 1), 400, "x"),
                arguments("/articles", Map.of("language", "en", "title", "a\nb"), 422, "title"),
                arguments(
                        "/articles",
                        Map.of("language", "en", "body", "x".repeat(262_145)),
                        422,
                        "body"),
                arguments(
                        "/articles",
                        Map.of("language", "en", "category", UUID.randomUUID()),
                        422,
                        "category"),
                arguments(
                        "/articles",
                        Map.of(
                                "language",
                                "en",
                                "visibility",
                                Map.of(
                                        "audience",
                                        "public",
                                        "organisations",
                                        List.of(UUID.randomUUID()))),
                        422,
                        "visibility.organisations"),
                arguments("/categories", Map.of("names", Map.of()), 422, "names"),
                arguments("/categories", Map.of("names", Map.of("en", " ")), 422, "names.en"),
                arguments("/categories", Map.of("names", Map.of("e!", "x")), 400, "names"),
                arguments("/categories", Map.of("names", en, "place", 9_999), 422, "place"),
                arguments(
                        "/categories",
                        Map.of("names", en, "parent", UUID.randomUUID()),
                        422,
                        "parent"),
                arguments(
                        "/imports",
                        Map.of(
                                "format",
                                "csv",
                                "fingerprint",
                                "ef".repeat(32),
                                "mapping",
                                Map.of("opening", Map.of("subject", "{a}")),
                                "rows",
                                1),
                        422,
                        "mapping.source"),
                arguments("/synonyms", Map.of("words", List.of("one")), 422, "words"),
                arguments("/synonyms", Map.of("words", List.of("one", " ONE ")), 422, "words"),
                arguments(
                        "/searches",
                        Map.of("among", "articles", "words", "x".repeat(201), "found", 1),
                        422,
                        "words"),
                arguments(
                        "/searches",
                        Map.of("among", "people", "words", "x", "found", 1),
                        400,
                        "among"),
                arguments(
                        "/searches",
                        Map.of("among", "tickets", "words", "x", "found", -1),
                        422,
                        "found"));
    }

    @Test
    void half_a_character_is_refused() {
        Answer refused =
                lead().postText(
                                "/articles",
                                "application/json",
                                "{\"language\": \"en\", \"body\": \"\\ud800\"}");

        assertThat(refused.rule()).isEqualTo("text-has-control-characters");
    }

    @Test
    void settings_that_nobody_has_changed_can_be_said_again() {
        Map<String, ?> settings = Map.of("reviewDemanded", false, "stalenessMonths", 6);
        long head = FIRST.bean(LogReader.class).head();

        Answer same = elsewhere(Role.LEAD).put("/knowledge-base/settings", settings);

        assertThat(same.status()).as(same.toString()).isEqualTo(200);
        assertThat(same.etag()).isEqualTo("\"-1\"");
        assertThat(FIRST.bean(LogReader.class).head()).isEqualTo(head);
        Answer changed =
                elsewhere(Role.LEAD)
                        .put(
                                "/knowledge-base/settings",
                                Map.of("reviewDemanded", true, "stalenessMonths", 6),
                                "If-Match",
                                same.etag());
        assertThat(changed.etag()).isEqualTo("\"0\"");
    }

    private static List<?> nothing() {
        return java.util.Arrays.asList((Object) null);
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotFit")
    void what_does_not_fit_is_refused_with_its_field_and_stores_nothing(
            String path, Object body, int status, String field) {
        long head = FIRST.bean(LogReader.class).head();

        Answer refused = lead().post(path, body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.text("field")).as(refused.toString()).isEqualTo(field);
        assertThat(FIRST.bean(LogReader.class).head()).isEqualTo(head);
    }
}
