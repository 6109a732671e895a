package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.ArticleIndex;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.IndexNames;
import dev.docket.index.TicketIndex;
import dev.docket.index.embedding.EmbeddingEndpoint;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.index.embedding.Embeddings;
import dev.docket.log.LogReader;
import dev.docket.projection.running.Follower;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vector indexes' share of a projection node, where an endpoint makes vectors. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("docket.embeddings.url")
@EnableConfigurationProperties(EmbeddingProperties.class)
public class VectorConfiguration {

    @Bean
    Embeddings indexingEmbeddings(EmbeddingProperties properties) {
        return new EmbeddingEndpoint(properties, properties.patience());
    }

    @Bean
    Indexer ticketVectorIndexer(
            @Qualifier("projectionDatabase") DataSource database,
            @Qualifier("indexingElasticsearch") ElasticsearchClient elasticsearch,
            @Qualifier("indexingEmbeddings") Embeddings embeddings,
            ElasticsearchProperties elasticsearchProperties,
            EmbeddingProperties properties,
            LogReader log,
            Clock clock) {
        return indexer(
                TicketVectors.view(database, properties),
                new TicketIndex(elasticsearchProperties.prefix()).vectors(),
                new TextVectors(database, TicketVectors.SCHEMA, properties, embeddings),
                database,
                elasticsearch,
                log,
                clock);
    }

    @Bean
    Indexer articleVectorIndexer(
            @Qualifier("projectionDatabase") DataSource database,
            @Qualifier("indexingElasticsearch") ElasticsearchClient elasticsearch,
            @Qualifier("indexingEmbeddings") Embeddings embeddings,
            ElasticsearchProperties elasticsearchProperties,
            EmbeddingProperties properties,
            LogReader log,
            Clock clock) {
        return indexer(
                ArticleVectors.view(database, properties),
                new ArticleIndex(elasticsearchProperties.prefix()).vectors(),
                new TextVectors(database, ArticleVectors.SCHEMA, properties, embeddings),
                database,
                elasticsearch,
                log,
                clock);
    }

    private static Indexer indexer(
            IndexedView view,
            IndexNames names,
            TextVectors vectors,
            DataSource database,
            ElasticsearchClient elasticsearch,
            LogReader log,
            Clock clock) {
        DocumentWriter writer = new VectorWriter(vectors, new BulkWriter(elasticsearch));
        return new Indexer(view, names, writer, database, elasticsearch, log, clock);
    }

    @Bean
    Follower ticketVectorIndex(@Qualifier("ticketVectorIndexer") Indexer indexer) {
        return indexer.follower();
    }

    @Bean
    Follower articleVectorIndex(@Qualifier("articleVectorIndexer") Indexer indexer) {
        return indexer.follower();
    }
}
