package dev.docket.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.index.ArticleDocument;
import dev.docket.index.ArticleIndex;
import dev.docket.index.Elasticsearch;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.IndexNames;
import dev.docket.log.TestLog;
import dev.docket.projection.knowledge.KnowledgeProjection;
import dev.docket.projection.running.Rebuild;
import dev.docket.projection.running.RunningProjections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleIndexerIT {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final ElasticsearchProperties properties = TestElasticsearch.create();
    private final IndexNames names = new ArticleIndex(properties.prefix()).names();
    private final ElasticsearchClient elasticsearch =
            Elasticsearch.connect(
                    properties,
                    new Elasticsearch.Patience(Duration.ofSeconds(1), Duration.ofSeconds(10), 4));
    private final TestLog log = new TestLog();
    private final JdbcClient jdbc = JdbcClient.create(log.database());
    private final RunningProjections views =
            new RunningProjections(
                    List.of(new KnowledgeProjection()),
                    log.reader(),
                    log.database(),
                    new SimpleMeterRegistry());
    private final Indexer indexer =
            new Indexer(
                    ChangedArticles.view(log.database()),
                    names,
                    log.database(),
                    elasticsearch,
                    log.reader(),
                    Clock.systemUTC());

    @AfterEach
    void close() throws IOException {
        indexer.close();
        views.close();
        elasticsearch.close();
        log.close();
    }

    private static ArticleContent content(String title) {
        return new ArticleContent(
                new Language("de"),
                title,
                "Kurz",
                "# Die *Drucker*",
                null,
                new TreeSet<>(),
                Visibility.PUBLIC);
    }

    private UUID publish(String title) {
        UUID id = UUID.randomUUID();
        ArticleId article = new ArticleId(id);
        log.append(
                id,
                new ArticleDrafted(article, TestLog.ACTOR, content(title), null, null),
                new ArticlePublished(article, 1, null, content(title)));
        return id;
    }

    private void awaitIndexed() {
        long head = log.reader().head();
        await().atMost(BOUND)
                .ignoreExceptions()
                .until(() ->
                        jdbc.sql("SELECT position FROM article_search.token")
                                        .query(Long.class)
                                        .single()
                                >= head);
    }

    private Optional<ArticleDocument> document(UUID article) {
        try {
            return Optional.ofNullable(
                    elasticsearch
                            .get(
                                    request ->
                                            request.index(names.readAlias()).id(article.toString()),
                                    ArticleDocument.class)
                            .source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String servingIndex() {
        return jdbc.sql("SELECT name FROM article_search.physical_index WHERE role = 'SERVING'")
                .query(String.class)
                .single();
    }

    private long count(String field, String word) {
        try {
            elasticsearch.indices().refresh(request -> request.index(names.readAlias()));
            return elasticsearch
                    .count(request ->
                            request.index(names.readAlias())
                                    .query(q -> q.term(t -> t.field(field).value(word))))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readers_words_are_those_of_the_published_revision() {
        UUID article = publish("Netzwerkdrucker");
        log.append(
                article,
                new ArticleEdited(new ArticleId(article), 2, content("Tintenpatrone"), null));
        awaitIndexed();

        ArticleDocument document = document(article).orElseThrow();
        assertThat(document.title()).isEqualTo("Netzwerkdrucker");
        assertThat(document.body()).isEqualTo("Die Drucker");
        assertThat(document.published()).isTrue();
        assertThat(count(ArticleIndex.Field.TITLE_PREFIXES, "netzw")).isOne();
        assertThat(count(ArticleIndex.Field.WORDS, "tintenpatrone")).isZero();
        assertThat(count(ArticleIndex.Field.DRAFT_WORDS, "tintenpatrone")).isOne();
    }

    @Test
    void votes_change_what_an_article_counts_for() {
        UUID article = publish("Beliebt");
        awaitIndexed();
        assertThat(document(article).orElseThrow().appeal()).isEqualTo(1);

        log.append(
                UUID.randomUUID(),
                new VoteCast(new ArticleId(article), TestLog.ACTOR, null, true, null));
        awaitIndexed();

        assertThat(document(article).orElseThrow().appeal()).isGreaterThan(1);
    }

    @Test
    void a_deleted_index_comes_back_and_a_rebuilt_one_takes_its_place() throws Exception {
        UUID article = publish("Phönix");
        awaitIndexed();
        String deleted = servingIndex();
        elasticsearch.indices().delete(request -> request.index(deleted));
        await().atMost(BOUND).ignoreExceptions().until(() -> document(article).isPresent());

        String healed =
                await().atMost(BOUND)
                        .ignoreExceptions()
                        .until(this::servingIndex, name -> !name.equals(deleted));
        indexer.rebuild();
        await().atMost(BOUND)
                .until(() -> {
                    assertThat(document(article)).isPresent();
                    return !servingIndex().equals(healed);
                });
    }

    @Test
    void the_index_goes_on_after_the_view_was_rebuilt() {
        UUID before = publish("Vorher");
        awaitIndexed();
        Rebuild rebuild = views.rebuild("knowledge").orElseThrow();
        await().atMost(BOUND).until(() -> !rebuild.isRunning());

        UUID after = publish("Nachher");
        awaitIndexed();

        assertThat(document(before)).isPresent();
        assertThat(document(after)).isPresent();
    }
}
