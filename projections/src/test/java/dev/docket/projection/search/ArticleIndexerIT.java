package dev.docket.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import dev.docket.index.ElasticsearchProperties;
import dev.docket.log.TestLog;
import dev.docket.projection.knowledge.KnowledgeProjection;
import dev.docket.projection.running.Rebuild;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleIndexerIT {

    private final ElasticsearchProperties properties = TestElasticsearch.create();
    private final TestIndex index =
            new TestIndex(
                    properties,
                    new ArticleIndex(properties.prefix()).names(),
                    new KnowledgeProjection(),
                    "article_search");
    private final Indexer indexer =
            new Indexer(ChangedArticles.view(index.stores.database()), index.names, index.stores);

    @AfterEach
    void close() throws IOException {
        indexer.close();
        index.close();
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
        index.log.append(
                id,
                new ArticleDrafted(article, TestLog.ACTOR, content(title), null, null),
                new ArticlePublished(article, 1, null, content(title)));
        return id;
    }

    private Optional<ArticleDocument> document(UUID article) {
        return index.document(article, ArticleDocument.class);
    }

    @Test
    void readers_words_are_those_of_the_published_revision() {
        UUID article = publish("Netzwerkdrucker");
        index.log.append(
                article,
                new ArticleEdited(new ArticleId(article), 2, content("Tintenpatrone"), null));
        index.awaitIndexed();

        ArticleDocument document = document(article).orElseThrow();
        assertThat(document.title()).isEqualTo("Netzwerkdrucker");
        assertThat(document.body()).isEqualTo("Die Drucker");
        assertThat(document.published()).isTrue();
        assertThat(index.count(ArticleIndex.Field.TITLE_PREFIXES, "netzw")).isOne();
        assertThat(index.count(ArticleIndex.Field.WORDS, "tintenpatrone")).isZero();
        assertThat(index.count(ArticleIndex.Field.DRAFT_WORDS, "tintenpatrone")).isOne();
    }

    @Test
    void votes_change_what_an_article_counts_for() {
        UUID article = publish("Beliebt");
        index.awaitIndexed();
        assertThat(document(article).orElseThrow().appeal()).isEqualTo(1);

        index.log.append(
                UUID.randomUUID(),
                new VoteCast(new ArticleId(article), TestLog.ACTOR, null, true, null));
        index.awaitIndexed();

        assertThat(document(article).orElseThrow().appeal()).isGreaterThan(1);
    }

    @Test
    void a_deleted_index_comes_back_and_a_rebuilt_one_takes_its_place() throws Exception {
        UUID article = publish("Phönix");
        index.awaitIndexed();
        String deleted = index.servingIndex();
        index.elasticsearch.indices().delete(request -> request.index(deleted));
        await().atMost(TestIndex.BOUND)
                .ignoreExceptions()
                .until(() -> document(article).isPresent());

        String healed =
                await().atMost(TestIndex.BOUND)
                        .ignoreExceptions()
                        .until(index::servingIndex, name -> !name.equals(deleted));
        indexer.rebuild();
        await().atMost(TestIndex.BOUND)
                .until(() -> {
                    assertThat(document(article)).isPresent();
                    return !index.servingIndex().equals(healed);
                });
    }

    @Test
    void the_index_goes_on_after_the_view_was_rebuilt() {
        UUID before = publish("Vorher");
        index.awaitIndexed();
        Rebuild rebuild = index.views.rebuild("knowledge").orElseThrow();
        await().atMost(TestIndex.BOUND).until(() -> !rebuild.isRunning());

        UUID after = publish("Nachher");
        index.awaitIndexed();

        assertThat(document(before)).isPresent();
        assertThat(document(after)).isPresent();
    }
}
