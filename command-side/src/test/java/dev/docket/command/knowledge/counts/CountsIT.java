package dev.docket.command.knowledge.counts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.TestHttp;
import dev.docket.command.TestNode;
import dev.docket.command.knowledge.counts.Searches.Asked;
import dev.docket.event.DomainEvent;
import dev.docket.event.Ids;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleViewsEvent.ViewsCounted;
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.event.knowledge.SearchesEvent.Searched;
import dev.docket.event.knowledge.SearchesEvent.SearchesCounted;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted in memory, on a clock of the test's and a log of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountsIT {

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode NODE = TestNode.on(DATABASE);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final ArticleId article = new ArticleId(UUID.randomUUID());
    private final UUID viewsStream = Ids.named("article-views", article.toString());
    private final UUID searchesStream = Ids.named("searches", tenant.toString());
    private final MovedClock clock = new MovedClock();
    private final Views views = new Views(clock);
    private final Searches searches = new Searches(clock);

    /** Stands still until it is moved. */
    private static final class MovedClock extends Clock {
        private Instant now = NOON;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    private CountsRecorder recorder() {
        return new CountsRecorder(
                List.of(views, searches), new CountsLog(NODE.bean(EventStore.class)), clock);
    }

    private static PersonId person(int number) {
        return new PersonId(Ids.named("person", "" + number));
    }

    private List<DomainEvent> recorded(UUID stream) {
        return NODE.stream(stream).stream().map(Recorded::event).toList();
    }

    @Test
    void a_person_reads_an_article_once_a_minute_and_a_minute_is_one_event() {
        try (CountsRecorder recorder = recorder()) {
            for (int i = 0; i < 100; i++) {
                views.count(tenant, person(i % 10).value(), article);
            }
            clock.advance(Duration.ofSeconds(61));
            views.count(tenant, person(0).value(), article);
            recorder.record(NOON.plusSeconds(60));
            assertThat(recorded(viewsStream)).containsExactly(new ViewsCounted(article, NOON, 10));
        }
        assertThat(recorded(viewsStream))
                .containsExactly(
                        new ViewsCounted(article, NOON, 10),
                        new ViewsCounted(article, NOON.plusSeconds(60), 1));
        assertThat(NODE.stream(viewsStream).getFirst().facts().tenant()).isEqualTo(tenant);
    }

    @Test
    void two_nodes_count_into_the_same_stream() {
        Views elsewhere = new Views(clock);
        CountsRecorder other =
                new CountsRecorder(
                        List.of(elsewhere), new CountsLog(NODE.bean(EventStore.class)), clock);
        for (int minute = 0; minute < 20; minute++) {
            views.count(tenant, person(minute).value(), article);
            elsewhere.count(tenant, person(minute).value(), article);
            clock.advance(Duration.ofMinutes(1));
        }
        CountsRecorder one = recorder();
        Stream.of(one, other).parallel().forEach(CountsRecorder::close);
        assertThat(recorded(viewsStream))
                .hasSize(40)
                .allMatch(event -> ((ViewsCounted) event).views() == 1);
    }

    @Test
    void what_waits_is_bounded() {
        for (int i = 0; i < Views.MOST_WAITING; i++) {
            assertThat(views.count(tenant, person(i).value(), new ArticleId(Ids.named("" + i))))
                    .isTrue();
        }
        assertThat(views.count(tenant, person(1).value(), article)).isFalse();
        assertThat(views.count(tenant, person(-1).value(), new ArticleId(Ids.named("7")))).isTrue();
        assertThat(views.take(Instant.MAX)).hasSize(Views.MOST_WAITING);
        for (int i = 0; i < Searches.MOST_WORDS_A_MINUTE; i++) {
            assertThat(searches.count(tenant, person(i), asked("" + i), true, false)).isTrue();
        }
        assertThat(searches.count(tenant, person(1), asked("beyond"), true, false)).isFalse();
    }

    private static Asked asked(String words) {
        return new Asked(Among.ARTICLES, words);
    }

    @Test
    void a_search_counts_once_and_once_more_as_opened() {
        searches.count(tenant, person(1), asked("vpn"), true, false);
        searches.count(tenant, person(1), asked("vpn"), true, false);
        searches.count(tenant, person(1), asked("vpn"), true, true);
        searches.count(tenant, person(1), asked("vpn"), true, true);
        searches.count(tenant, person(2), asked("vpn"), true, true);
        searches.count(tenant, person(2), asked("drcuker"), false, false);
        recorder().close();

        assertThat(recorded(searchesStream))
                .containsExactly(
                        new SearchesCounted(
                                NOON,
                                List.of(
                                        new Searched(Among.ARTICLES, "vpn", 2, 0, 2),
                                        new Searched(Among.ARTICLES, "drcuker", 1, 1, 0))));
    }

    @Test
    void what_the_log_did_not_take_is_counted_with_what_follows() {
        views.count(tenant, person(1).value(), article);
        searches.count(tenant, person(1), asked("vpn"), true, false);
        views.putBack(views.take(Instant.MAX));
        searches.putBack(searches.take(Instant.MAX));
        views.count(tenant, person(2).value(), article);
        recorder().close();

        assertThat(recorded(viewsStream)).containsExactly(new ViewsCounted(article, NOON, 2));
        assertThat(recorded(searchesStream)).hasSize(1);
    }

    @Test
    void a_node_that_ends_records_what_its_readers_told() {
        UUID read;
        UUID readByAll;
        try (TestNode ending = TestNode.on(DATABASE)) {
            TestHttp admin = ending.as(person(1), Role.ADMIN);
            UUID category =
                    admin.post(
                                    "/categories",
                                    Map.of(
                                            "names", Map.of("en", "Network"),
                                            "visibility", Map.of("audience", "public")))
                            .id();
            read =
                    admin.post(
                                    "/articles",
                                    Map.of(
                                            "language", "en",
                                            "title", "VPN",
                                            "body", "x",
                                            "category", category,
                                            "visibility", Map.of("audience", "requesters")))
                            .id();
            admin.post("/articles/" + read + "/publication", TestHttp.NO_BODY);
            for (int i = 0; i < 3; i++) {
                assertThat(
                                ending.requester()
                                        .post("/articles/" + read + "/views", TestHttp.NO_BODY)
                                        .status())
                        .isEqualTo(202);
            }
            assertThat(viewedByAnybody(ending, read)).as("not a public article").isEqualTo(404);
            readByAll =
                    admin.post(
                                    "/articles",
                                    Map.of(
                                            "language", "en",
                                            "title", "Opening hours",
                                            "body", "x",
                                            "category", category,
                                            "visibility", Map.of("audience", "public")))
                            .id();
            assertThat(viewedByAnybody(ending, readByAll)).as("a draft").isEqualTo(404);
            admin.post("/articles/" + readByAll + "/publication", TestHttp.NO_BODY);
            assertThat(viewedByAnybody(ending, readByAll)).isEqualTo(202);
            assertThat(
                            ending.requester()
                                    .post(
                                            "/searches",
                                            Map.of(
                                                    "among", "articles",
                                                    "words", "  Where is\tthe VPN ",
                                                    "found", 0))
                                    .status())
                    .isEqualTo(202);
        }
        assertThat(recorded(Ids.named("article-views", read.toString())))
                .hasSizeBetween(1, 2)
                .allSatisfy(event -> assertThat(((ViewsCounted) event).views()).isEqualTo(1));
        assertThat(recorded(Ids.named("article-views", readByAll.toString())))
                .singleElement()
                .satisfies(event -> assertThat(((ViewsCounted) event).views()).isEqualTo(1));
        UUID home = Ids.named("tenant", "first");
        assertThat(recorded(Ids.named("searches", home.toString())))
                .singleElement()
                .satisfies(event ->
                        assertThat(((SearchesCounted) event).searched())
                                .containsExactly(
                                        new Searched(Among.ARTICLES, "where is the vpn", 1, 1, 0)));
    }

    private static int viewedByAnybody(TestNode node, UUID article) {
        return node.anybody().post("/articles/" + article + "/views", TestHttp.NO_BODY).status();
    }
}
