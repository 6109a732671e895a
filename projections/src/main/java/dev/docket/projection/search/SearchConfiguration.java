package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.ArticleIndex;
import dev.docket.index.Elasticsearch;
import dev.docket.index.Elasticsearch.Patience;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.TicketIndex;
import dev.docket.log.LogReader;
import dev.docket.projection.running.Follower;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The search indexes' share of a projection node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchProperties.class)
public class SearchConfiguration {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(30), 4);

    @Bean(destroyMethod = "close")
    ElasticsearchClient indexingElasticsearch(ElasticsearchProperties properties) {
        return Elasticsearch.connect(properties, PATIENCE);
    }

    @Bean
    IndexStores indexStores(
            @Qualifier("projectionDatabase") DataSource database,
            @Qualifier("indexingElasticsearch") ElasticsearchClient elasticsearch,
            LogReader log,
            Clock clock) {
        return new IndexStores(database, elasticsearch, log, clock);
    }

    @Bean
    Indexer ticketIndexer(IndexStores stores, ElasticsearchProperties properties) {
        return new Indexer(
                ChangedTickets.view(stores.database()),
                new TicketIndex(properties.prefix()).names(),
                stores);
    }

    @Bean
    Indexer articleIndexer(IndexStores stores, ElasticsearchProperties properties) {
        return new Indexer(
                ChangedArticles.view(stores.database()),
                new ArticleIndex(properties.prefix()).names(),
                stores);
    }

    @Bean
    Follower ticketIndex(@Qualifier("ticketIndexer") Indexer indexer) {
        return indexer.follower();
    }

    @Bean
    Follower articleIndex(@Qualifier("articleIndexer") Indexer indexer) {
        return indexer.follower();
    }
}
