package dev.docket.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.index.ArticleIndex;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.index.embedding.Embeddings;
import dev.docket.index.embedding.EmbeddingsAwayException;
import dev.docket.index.embedding.EmbeddingsLateException;
import dev.docket.index.embedding.TextsRefusedException;
import dev.docket.log.TestLog;
import dev.docket.projection.knowledge.KnowledgeProjection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VectorIndexerIT {

    private static final Duration BOUND = TestIndex.BOUND;

    private final ElasticsearchProperties properties = TestElasticsearch.create();
    private final TestIndex index =
            new TestIndex(
                    properties,
                    new ArticleIndex(properties.prefix()).vectors(),
                    new KnowledgeProjection(),
                    "article_vectors");
    private Directions directions = new Directions(3);
    private Indexer indexer = indexer(model("one", 3));

    /** Texts that begin with the same letter have the same direction. */
    private static final class Directions implements Embeddings {

        private final int dimensions;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final List<Integer> sizes = new CopyOnWriteArrayList<>();
        private final AtomicInteger attempts = new AtomicInteger();
        private volatile boolean isAway;
        private volatile boolean refusesAll;
        private volatile int mostInTime = Integer.MAX_VALUE;

        Directions(int dimensions) {
            this.dimensions = dimensions;
        }

        @Override
        public List<float[]> of(List<String> texts) {
            attempts.incrementAndGet();
            if (isAway) {
                throw new EmbeddingsAwayException("Nobody there", null);
            }
            sizes.add(texts.size());
            if (texts.size() > mostInTime
                    || texts.stream().anyMatch(text -> text.startsWith("Late"))) {
                throw new EmbeddingsLateException("Not now", null);
            }
            if (refusesAll || texts.stream().anyMatch(text -> text.startsWith("Refused"))) {
                throw new TextsRefusedException("Not this", null);
            }
            asked.addAll(texts);
            List<float[]> vectors = new ArrayList<>();
            for (String text : texts) {
                vectors.add(direction(text));
            }
            return vectors;
        }

        private float[] direction(String text) {
            float[] vector = new float[dimensions];
            vector[text.charAt(0) % dimensions] = 1;
            return vector;
        }

        @Override
        public void close() {
            isAway = true;
        }
    }

    private static EmbeddingProperties model(String name, int dimensions) {
        return new EmbeddingProperties(
                URI.create("http://localhost/v1/embeddings"),
                name,
                null,
                dimensions,
                200,
                "",
                "",
                0.5f,
                BOUND,
                BOUND);
    }

    private Indexer indexer(EmbeddingProperties model) {
        return VectorConfiguration.indexer(
                ArticleVectors.view(index.stores.database(), model),
                index.names,
                index.stores,
                model,
                directions);
    }

    @AfterEach
    void close() throws IOException {
        indexer.close();
        index.close();
    }

    private UUID publish(String title) {
        UUID id = UUID.randomUUID();
        ArticleId article = new ArticleId(id);
        ArticleContent content =
                new ArticleContent(
                        new Language("en"),
                        title,
                        "",
                        "",
                        null,
                        new TreeSet<>(),
                        Visibility.PUBLIC);
        index.log.append(
                id,
                new ArticleDrafted(article, TestLog.ACTOR, content, null, null),
                new ArticlePublished(article, 1, null, content));
        return id;
    }

    private long countVectors() {
        return index.jdbc
                .sql("SELECT count(*) FROM article_vectors.embedding")
                .query(Long.class)
                .single();
    }

    /** Which articles are near to a text. */
    private List<UUID> near(EmbeddingProperties model, String text) {
        List<Float> vector = new ArrayList<>();
        for (float number : directions.direction(text)) {
            vector.add(number);
        }
        index.refresh();
        try {
            return index
                    .elasticsearch
                    .search(
                            search ->
                                    search.index(index.names.readAlias())
                                            .knn(knn ->
                                                    knn.field(model.field())
                                                            .queryVector(vector)
                                                            .k(10)
                                                            .numCandidates(10)
                                                            .similarity(model.similarity())),
                            Void.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(Hit::id)
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void another_model_has_the_index_built_anew_and_is_not_compared_with_the_old_one() {
        UUID apple = publish("Apple");
        publish("Banana");
        index.awaitIndexed();
        EmbeddingProperties old = model("one", 3);
        String before = index.servingIndex();
        assertThat(near(old, "Apple")).containsExactly(apple);
        indexer.close();

        EmbeddingProperties other = model("two", 5);
        directions = new Directions(5);
        assertThat(near(other, "Apple")).isEmpty();
        directions.isAway = true;
        indexer = indexer(other);
        await().atMost(BOUND)
                .until(() ->
                        index.jdbc
                                .sql(
                                        "SELECT role FROM article_vectors.physical_index ORDER BY role")
                                .query(String.class)
                                .list()
                                .equals(List.of("BUILDING", "SERVING")));
        assertThat(index.servingIndex()).isEqualTo(before);
        directions.isAway = false;

        await().atMost(BOUND).until(() -> !index.servingIndex().equals(before));
        assertThat(near(other, "Apple")).containsExactly(apple);
        assertThat(near(old, "Apple")).isEmpty();
    }

    @Test
    void an_article_that_changed_in_all_but_its_text_asks_for_no_vector() {
        UUID apple = publish("Apple");
        index.awaitIndexed();
        index.log.append(
                UUID.randomUUID(),
                new VoteCast(new ArticleId(apple), TestLog.ACTOR, null, true, null));
        index.awaitIndexed();
        String before = index.servingIndex();
        indexer.rebuild();
        await().atMost(BOUND).until(() -> !index.servingIndex().equals(before));

        assertThat(near(model("one", 3), "Apple")).containsExactly(apple);
        assertThat(directions.asked).containsExactly("Apple\n\n");
    }

    @Test
    void of_a_long_text_the_beginning_is_sent() {
        publish("Apple " + "long ".repeat(30));
        publish("Apple " + "😀".repeat(100));
        index.awaitIndexed();

        assertThat(directions.asked)
                .allSatisfy(text -> assertThat(text.length()).isBetween(150, 200))
                .noneMatch(text -> Character.isHighSurrogate(text.charAt(text.length() - 1)));
    }

    @Test
    void while_the_endpoint_is_away_nothing_is_lost() {
        directions.isAway = true;
        UUID apple = publish("Apple");
        await().atMost(BOUND).until(() -> directions.attempts.get() > 1);
        assertThat(index.position()).isZero();
        assertThat(indexer.follower().countDeadLetters()).isZero();

        directions.isAway = false;
        index.awaitIndexed();
        assertThat(near(model("one", 3), "Apple")).containsExactly(apple);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refused", "Late"})
    void a_text_that_gets_no_vector_is_parked_and_can_be_tried_again(String without) {
        List<UUID> taken = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            taken.add(publish("Apple " + n));
        }
        publish(without);
        taken.add(publish("Apple"));
        index.awaitIndexed();

        assertThat(near(model("one", 3), "Apple")).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(indexer.follower().countDeadLetters()).isOne();
        long position = indexer.follower().deadLetters().getFirst().position();
        assertThat(indexer.follower().retry(position)).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void texts_that_are_too_many_at_once_are_sent_in_smaller_batches() {
        directions.isAway = true;
        for (int n = 0; n < 70; n++) {
            publish("Apple " + n);
        }
        directions.mostInTime = 3;
        directions.isAway = false;
        index.awaitIndexed();

        assertThat(countVectors()).isEqualTo(70);
        assertThat(indexer.follower().countDeadLetters()).isZero();
        assertThat(directions.sizes.stream().filter(size -> size > 16))
                .as("what was late is not tried at its size again")
                .hasSizeLessThan(2);
    }

    @Test
    void where_every_text_is_late_none_is_at_fault() {
        directions.mostInTime = 0;
        UUID apple = publish("Apple");
        await().atMost(BOUND).until(() -> directions.attempts.get() > 4);
        assertThat(index.position()).isZero();
        assertThat(indexer.follower().countDeadLetters()).isZero();

        directions.mostInTime = 1;
        index.awaitIndexed();
        assertThat(near(model("one", 3), "Apple")).containsExactly(apple);
    }

    @Test
    void where_every_text_is_refused_none_is_at_fault() {
        directions.refusesAll = true;
        UUID apple = publish("Apple");
        await().atMost(BOUND).until(() -> directions.attempts.get() > 4);
        assertThat(index.position()).isZero();
        assertThat(indexer.follower().countDeadLetters()).isZero();

        directions.refusesAll = false;
        index.awaitIndexed();
        assertThat(near(model("one", 3), "Apple")).containsExactly(apple);
    }
}
