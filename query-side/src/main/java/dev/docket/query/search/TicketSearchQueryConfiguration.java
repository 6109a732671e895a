package dev.docket.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.Elasticsearch;
import dev.docket.index.Elasticsearch.Patience;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.TicketIndex;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import(TicketSearchController.class)
@EnableConfigurationProperties(ElasticsearchProperties.class)
public class TicketSearchQueryConfiguration {

    private static final int AT_ONCE = 64;
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Patience PATIENCE = new Patience(MOMENT, Duration.ofSeconds(2), AT_ONCE);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean(destroyMethod = "close")
    ElasticsearchClient searchElasticsearch(ElasticsearchProperties properties) {
        return Elasticsearch.connect(properties, PATIENCE);
    }

    @Bean
    TicketSearcher ticketSearcher(
            @Qualifier("searchElasticsearch") ElasticsearchClient elasticsearch,
            ElasticsearchProperties properties) {
        return new TicketSearcher(
                elasticsearch,
                new TicketIndex(properties.prefix()),
                new Bulkhead(AT_ONCE, MOMENT),
                new Breaker(PAUSE, System::nanoTime));
    }

    @Bean
    TicketSearch ticketSearch(TicketSearcher searcher, JdbcClient queryJdbc) {
        return new TicketSearch(searcher, new PersonNames(queryJdbc));
    }

    @Bean
    IndexVisibility indexVisibility(TicketSearcher searcher) {
        return new IndexVisibility(searcher::refresh);
    }
}
