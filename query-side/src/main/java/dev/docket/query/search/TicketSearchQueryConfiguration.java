package dev.docket.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.Elasticsearch;
import dev.docket.index.Elasticsearch.Patience;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.TicketIndex;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import({TicketSearchController.class, SearchAwayAdvice.class, VectorQueryConfiguration.class})
@EnableConfigurationProperties(ElasticsearchProperties.class)
public class TicketSearchQueryConfiguration {

    private static final int AT_ONCE = 64;
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Patience PATIENCE = new Patience(MOMENT, Duration.ofSeconds(2), AT_ONCE);

    @Bean(destroyMethod = "close")
    ElasticsearchClient searchElasticsearch(ElasticsearchProperties properties) {
        return Elasticsearch.connect(properties, PATIENCE);
    }

    @Bean
    Bulkhead searchBulkhead() {
        return new Bulkhead(AT_ONCE, MOMENT);
    }

    @Bean
    SearchIndex ticketSearchIndex(
            @Qualifier("searchElasticsearch") ElasticsearchClient elasticsearch,
            ElasticsearchProperties properties,
            Bulkhead searchBulkhead) {
        return new SearchIndex(
                elasticsearch,
                new TicketIndex(properties.prefix()).readAlias(),
                searchBulkhead,
                new Breaker());
    }

    @Bean
    Synonyms synonyms(JdbcClient queryJdbc) {
        return new Synonyms(queryJdbc);
    }

    @Bean
    PersonNames personNames(JdbcClient queryJdbc) {
        return new PersonNames(queryJdbc);
    }

    @Bean
    TicketQuestions ticketQuestions(PersonNames personNames, Synonyms synonyms, Clock clock) {
        return new TicketQuestions(personNames, synonyms, clock);
    }

    @Bean
    TicketSearch ticketSearch(
            @Qualifier("ticketSearchIndex") SearchIndex index,
            @Qualifier("nearestTickets") ObjectProvider<Nearest> nearest,
            PersonNames personNames) {
        return new TicketSearch(index, nearest.getIfAvailable(() -> Nearest.NOTHING), personNames);
    }

    @Bean
    Completions completions(
            @Qualifier("ticketSearchIndex") SearchIndex index, PersonNames personNames) {
        return new Completions(index, personNames);
    }

    @Bean
    WithoutIndex withoutIndex(@Qualifier("queryDatabase") DataSource database) {
        return new WithoutIndex(database);
    }

    @Bean
    IndexVisibility indexVisibility(@Qualifier("ticketSearchIndex") SearchIndex index) {
        return new IndexVisibility(index::refresh);
    }
}
