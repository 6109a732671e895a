package dev.docket.projection.search;

import dev.docket.index.ArticleIndex;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.IndexNames;
import dev.docket.index.TicketIndex;
import dev.docket.index.embedding.EmbeddingEndpoint;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.index.embedding.Embeddings;
import dev.docket.projection.running.Follower;
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
            IndexStores stores,
            @Qualifier("indexingEmbeddings") Embeddings embeddings,
            ElasticsearchProperties elasticsearch,
            EmbeddingProperties properties) {
        return indexer(
                TicketVectors.view(stores.database(), properties),
                new TicketIndex(elasticsearch.prefix()).vectors(),
                stores,
                properties,
                embeddings);
    }

    @Bean
    Indexer articleVectorIndexer(
            IndexStores stores,
            @Qualifier("indexingEmbeddings") Embeddings embeddings,
            ElasticsearchProperties elasticsearch,
            EmbeddingProperties properties) {
        return indexer(
                ArticleVectors.view(stores.database(), properties),
                new ArticleIndex(elasticsearch.prefix()).vectors(),
                stores,
                properties,
                embeddings);
    }

    /** An index of a view's documents and their vectors. */
    static Indexer indexer(
            IndexedView view,
            IndexNames names,
            IndexStores stores,
            EmbeddingProperties properties,
            Embeddings embeddings) {
        TextVectors vectors =
                new TextVectors(stores.database(), view.schema(), properties, embeddings);
        DocumentWriter bulk = new BulkWriter(stores.elasticsearch());
        return new Indexer(view, names, new VectorWriter(vectors, bulk), stores);
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
