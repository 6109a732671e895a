package dev.docket.projection.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.event.DomainEvent;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.LogDatabase;
import dev.docket.log.TestDatabase;
import dev.docket.log.TestLog;
import dev.docket.projection.knowledge.KnowledgeWalk.Article;
import dev.docket.projection.running.Rebuild;
import dev.docket.projection.running.RunningProjections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnowledgeProjectionIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> TABLES =
            List.of(
                    "publication",
                    "revision",
                    "reception",
                    "vote",
                    "ticket_link",
                    "attachment",
                    "category",
                    "settings",
                    "synonyms",
                    "searched");

    private final TestLog log = new TestLog();
    private final HikariDataSource views = LogDatabase.open("views", TestDatabase.create());
    private final JdbcClient jdbc = JdbcClient.create(views);
    private final RunningProjections node =
            new RunningProjections(
                    List.of(new KnowledgeProjection()),
                    log.reader(),
                    views,
                    new SimpleMeterRegistry());

    @AfterEach
    void close() {
        node.close();
        views.close();
        log.close();
    }

    private void awaitProjected() {
        long head = log.reader().head();
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> count("SELECT position FROM knowledge.token") >= head);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void after_a_random_history_readers_see_what_they_may_and_a_rebuild_shows_the_same(long seed) {
        KnowledgeWalk walk = new KnowledgeWalk(log, seed);
        walk.walk(400);
        awaitProjected();

        assertThat(shown("SELECT position::text, type || cause FROM knowledge.dead_letter"))
                .isEmpty();
        check(walk);

        Map<String, List<String>> followed = dump();
        Rebuild rebuild = node.rebuild("knowledge").orElseThrow();
        await().atMost(LONG).until(() -> !rebuild.isRunning());
        assertThat(rebuild.progress().state()).isEqualTo(Rebuild.State.DONE);
        assertThat(dump()).isEqualTo(followed);
        check(walk);
    }

    private void check(KnowledgeWalk walk) {
        assertThat(
                        shown(
                                "SELECT article::text, concat_ws(' ', revision, title, coalesce(category,"
                                        + " '00000000-0000-0000-0000-000000000000'), effective_audience,"
                                        + " effective_organisations::text) FROM knowledge.publication"))
                .isEqualTo(
                        walk.articles.values().stream()
                                .filter(article -> article.published != null)
                                .collect(
                                        Collectors.toMap(
                                                article -> article.id.toString(),
                                                article -> published(article, walk))));
        assertThat(
                        shown(
                                "SELECT id::text, concat_ws(' ', revision, title, featured, archived)"
                                        + " FROM knowledge.article"))
                .isEqualTo(
                        walk.articles.values().stream()
                                .collect(
                                        Collectors.toMap(
                                                article -> article.id.toString(),
                                                KnowledgeProjectionIT::newest)));
        assertThat(
                        shown(
                                "SELECT coalesce(parent, '00000000-0000-0000-0000-000000000000')::text,"
                                        + " string_agg(id::text, ' ' ORDER BY place) FROM knowledge.category"
                                        + " WHERE NOT removed GROUP BY 1"))
                .isEqualTo(
                        walk.children.entrySet().stream()
                                .filter(entry -> !entry.getValue().isEmpty())
                                .collect(
                                        Collectors.toMap(
                                                entry -> entry.getKey().toString(),
                                                entry -> joined(entry.getValue().stream()))));
        assertThat(shown("SELECT article || ' ' || voter, helpful::text FROM knowledge.vote"))
                .isEqualTo(texts(walk.votes));
        assertThat(
                        shown(
                                "SELECT article::text, views::text FROM knowledge.reception"
                                        + " WHERE views > 0"))
                .isEqualTo(texts(walk.views));
        assertThat(
                        shown(
                                "SELECT article::text, helpful || ' ' || unhelpful"
                                        + " FROM knowledge.reception WHERE helpful + unhelpful > 0"))
                .isEqualTo(
                        shown(
                                "SELECT article::text, count(*) FILTER (WHERE helpful) || ' ' ||"
                                        + " count(*) FILTER (WHERE NOT helpful) FROM knowledge.vote"
                                        + " GROUP BY 1"));
        assertThat(shown("SELECT words, searches::text FROM knowledge.searched"))
                .isEqualTo(texts(walk.searches));
        assertThat(shown("SELECT id::text, array_to_string(words, ' ') FROM knowledge.synonyms"))
                .isEqualTo(
                        walk.synonyms.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                entry -> entry.getKey().toString(),
                                                entry -> joined(entry.getValue().stream()))));
        assertThat(
                        shown(
                                "SELECT id::text, article || ' ' || revision"
                                        + " FROM knowledge.attachment"))
                .isEqualTo(files(walk));
        assertThat(
                        shown(
                                "SELECT article::text, string_agg(ticket::text, ' ' ORDER BY ticket::text)"
                                        + " FROM knowledge.ticket_link GROUP BY 1"))
                .isEqualTo(
                        walk.articles.values().stream()
                                .filter(article -> !article.tickets.isEmpty())
                                .collect(
                                        Collectors.toMap(
                                                article -> article.id.toString(),
                                                article ->
                                                        joined(
                                                                article.tickets.stream()
                                                                        .map(UUID::toString)
                                                                        .sorted()))));
    }

    private static Map<String, String> files(KnowledgeWalk walk) {
        Map<String, String> files = new TreeMap<>();
        for (Article article : walk.articles.values()) {
            article.files.forEach(
                    (file, revision) -> files.put(file.toString(), article.id + " " + revision));
        }
        return files;
    }

    private static String published(Article article, KnowledgeWalk walk) {
        int revision = Objects.requireNonNull(article.published);
        var content = article.revisions.get(revision - 1);
        var effective = walk.effective(content);
        return joined(
                Stream.of(
                        revision,
                        content.title(),
                        walk.resolved(content.category()),
                        effective.audience(),
                        effective.organisations().stream()
                                .map(TenantId::toString)
                                .collect(Collectors.joining(",", "{", "}"))));
    }

    private static String newest(Article article) {
        return joined(
                Stream.of(
                        article.revisions.size(),
                        article.revisions.getLast().title(),
                        article.featured ? "t" : "f",
                        article.archived ? "t" : "f"));
    }

    private static String joined(Stream<?> parts) {
        return parts.map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Map<String, String> texts(Map<?, ?> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }

    private Map<String, String> shown(String sql) {
        Map<String, String> rows = new TreeMap<>();
        jdbc.sql(sql)
                .query(row -> {
                    rows.put(row.getString(1), row.getString(2));
                });
        return rows;
    }

    /** Every row of every table as text; of articles all but the order of their changes. */
    private Map<String, List<String>> dump() {
        Map<String, List<String>> dump = new TreeMap<>();
        for (String table : TABLES) {
            dump.put(
                    table,
                    jdbc.sql("SELECT t::text FROM knowledge.%s t ORDER BY 1".formatted(table))
                            .query(String.class)
                            .list());
        }
        dump.put(
                "article",
                jdbc.sql(
                                "SELECT (to_jsonb(t) - 'change')::text FROM knowledge.article t ORDER BY 1")
                        .query(String.class)
                        .list());
        return dump;
    }

    @Test
    void the_walk_takes_every_step_there_is() {
        KnowledgeWalk walk = new KnowledgeWalk(log, 1);
        walk.walk(1_000);

        List<String> happened =
                log.reader().read(0, 5_000).stream().map(Recorded::type).distinct().toList();
        assertThat(happened).containsAll(kinds(ArticleEvent.class));
        assertThat(happened).containsAll(kinds(KnowledgeBaseEvent.class));
        assertThat(happened)
                .contains("ViewsCounted", "VoteCast", "VoteWithdrawn", "SearchesCounted");
    }

    private static List<String> kinds(Class<? extends DomainEvent> events) {
        return Arrays.stream(events.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    }

    @Test
    void a_link_knows_that_its_ticket_was_reopened() {
        KnowledgeWalk walk = new KnowledgeWalk(log, 4);
        while (walk.articles.values().stream().allMatch(article -> article.tickets.isEmpty())) {
            walk.walk(1);
        }
        UUID ticket =
                walk.articles.values().stream()
                        .flatMap(article -> article.tickets.stream())
                        .findFirst()
                        .orElseThrow();
        log.append(ticket, new TicketReopened(new TicketId(ticket), Status.RESOLVED, "again"));
        awaitProjected();

        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM knowledge.ticket_link"
                                                + " WHERE ticket = ? AND reopened_at IS NOT NULL")
                                .param(ticket)
                                .query(Long.class)
                                .single())
                .isOne();
    }
}
