package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.Elasticsearch;
import dev.docket.index.Elasticsearch.Patience;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.TicketIndex;
import dev.docket.log.LogReader;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The search index's share of a projection node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchProperties.class)
public class TicketSearchConfiguration {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(30), 4);

    @Bean(destroyMethod = "close")
    ElasticsearchClient indexingElasticsearch(ElasticsearchProperties properties) {
        return Elasticsearch.connect(properties, PATIENCE);
    }

    @Bean
    TicketIndexer ticketIndexer(
            @Qualifier("projectionDatabase") DataSource database,
            @Qualifier("indexingElasticsearch") ElasticsearchClient elasticsearch,
            ElasticsearchProperties properties,
            LogReader log,
            Clock clock) {
        TicketIndex names = new TicketIndex(properties.prefix());
        IndexRegistry registry = new IndexRegistry(database);
        IndexKeeper keeper =
                new IndexKeeper(
                        new ChangedTickets(database),
                        registry,
                        new TicketIndexes(elasticsearch, names, clock),
                        new BulkWriter(elasticsearch),
                        names);
        return new TicketIndexer(database, log, registry, keeper);
    }
}
