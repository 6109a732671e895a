package dev.docket.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.ArticleIndex;
import dev.docket.index.Elasticsearch;
import dev.docket.index.Elasticsearch.Patience;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.IndexNames;
import dev.docket.index.TicketIndex;
import dev.docket.index.embedding.EmbeddingEndpoint;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.index.embedding.Embeddings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the query side there is only where an endpoint makes vectors. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("docket.embeddings.url")
@EnableConfigurationProperties(EmbeddingProperties.class)
public class VectorQueryConfiguration {

    private static final int AT_ONCE = 16;

    /** What is near in meaning is found in time, or words have to do. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(200), Duration.ofMillis(500), AT_ONCE);

    @Bean
    Embeddings questionEmbeddings(EmbeddingProperties properties) {
        return new EmbeddingEndpoint(properties, properties.questionPatience());
    }

    @Bean(destroyMethod = "close")
    ElasticsearchClient vectorElasticsearch(ElasticsearchProperties properties) {
        return Elasticsearch.connect(properties, PATIENCE);
    }

    @Bean
    QuestionVectors questionVectors(
            EmbeddingProperties properties,
            @Qualifier("questionEmbeddings") Embeddings embeddings,
            MeterRegistry metrics) {
        return new QuestionVectors(properties, embeddings, metrics);
    }

    @Bean
    Nearest nearestTickets(
            QuestionVectors questions,
            EmbeddingProperties properties,
            @Qualifier("vectorElasticsearch") ElasticsearchClient elasticsearch,
            ElasticsearchProperties elasticsearchProperties) {
        IndexNames names = new TicketIndex(elasticsearchProperties.prefix()).vectors();
        return new NearestVectors(questions, index(elasticsearch, names), properties);
    }

    @Bean
    Nearest nearestArticles(
            QuestionVectors questions,
            EmbeddingProperties properties,
            @Qualifier("vectorElasticsearch") ElasticsearchClient elasticsearch,
            ElasticsearchProperties elasticsearchProperties) {
        IndexNames names = new ArticleIndex(elasticsearchProperties.prefix()).vectors();
        return new NearestVectors(questions, index(elasticsearch, names), properties);
    }

    private static SearchIndex index(ElasticsearchClient elasticsearch, IndexNames names) {
        return new SearchIndex(
                elasticsearch,
                names.readAlias(),
                new Bulkhead(AT_ONCE, Duration.ZERO),
                new Breaker());
    }
}
