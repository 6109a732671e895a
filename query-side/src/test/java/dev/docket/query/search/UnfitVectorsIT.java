package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.event.people.Role;
import dev.docket.index.Elasticsearch;
import dev.docket.index.Elasticsearch.Patience;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.IndexNames;
import dev.docket.index.TicketIndex;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.query.Answer;
import dev.docket.query.HybridPlatform;
import dev.docket.query.OnHybridPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For a moment queries are led to an index of vectors that was made as another one. The projection
 * notices within a second and leads them back.
 */
@ExtendWith(OnHybridPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnfitVectorsIT {

    /** More than searches have: indexes change their names slowly. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30), 2);

    private static final String SAME_MEANING = "cannot log on";

    private static final String VECTORS =
            "{\"type\": \"dense_vector\", \"dims\": 3, \"similarity\": \"cosine\"}";

    private final HybridPlatform hybrid;
    private final QueryPlatform platform;
    private final ElasticsearchClient elasticsearch;
    private final IndexNames names;
    private final String unfit;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);

    UnfitVectorsIT(HybridPlatform hybrid) {
        this.hybrid = hybrid;
        this.platform = hybrid.platform;
        this.elasticsearch =
                Elasticsearch.connect(platform.bean(ElasticsearchProperties.class), PATIENCE);
        this.names =
                new TicketIndex(platform.bean(ElasticsearchProperties.class).prefix()).vectors();
        this.unfit = names.start() + "unfit";
    }

    @BeforeEach
    void open() {
        Tickets.ticket(agent, "I cannot log on").open(platform);
        Tickets.ticket(agent, "Sign-in fails").open(platform);
        hybrid.awaitVectors();
        untilFound(2);
    }

    @AfterEach
    void delete() throws IOException {
        elasticsearch.indices().delete(request -> request.index(unfit));
        elasticsearch.close();
    }

    private Answer untilFound(int count) {
        return hybrid.until(
                () -> platform.search(agent, SAME_MEANING),
                answer -> answer.items().size() == count);
    }

    /**
     * @param field what stands where an index has the vectors of a model
     */
    private void make(String model, String field) throws IOException {
        String mappings =
                """
                {"mappings": {"properties": {
                  "tenant": {"type": "keyword"}, "vectors": {"properties": {"%s": %s}}}}}
                """
                        .formatted(model, field);
        elasticsearch
                .indices()
                .create(request -> request.index(unfit).withJson(new StringReader(mappings)));
    }

    private Answer askTheUnfit() {
        try {
            elasticsearch
                    .indices()
                    .updateAliases(request ->
                            request.actions(leave ->
                                            leave.remove(index ->
                                                    index.index(names.start() + "*")
                                                            .alias(names.readAlias())))
                                    .actions(lead ->
                                            lead.add(index ->
                                                    index.index(unfit).alias(names.readAlias()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Answer answer = platform.search(agent, SAME_MEANING);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items("subject")).contains("I cannot log on");
        return answer;
    }

    @Test
    void an_index_that_lacks_the_models_vectors_leaves_it_to_words() throws IOException {
        make("older", VECTORS);

        hybrid.until(this::askTheUnfit, answer -> answer.items().size() == 1);

        untilFound(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {VECTORS, "{\"type\": \"keyword\"}"})
    void an_index_that_refuses_the_question_leaves_it_to_words(String field) throws IOException {
        make(platform.bean(EmbeddingProperties.class).name(), field);
        double before = refused();

        Answer answer = hybrid.until(this::askTheUnfit, asked -> refused() > before);

        assertThat(answer.items()).hasSize(1);
        untilFound(2);
    }

    private double refused() {
        return platform
                .bean(MeterRegistry.class)
                .find("docket.search.vectors")
                .tag("outcome", "index-unfit")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
