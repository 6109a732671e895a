package dev.docket.query.similar;

import dev.docket.query.search.SearchIndex;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The share of what is similar in the query side. */
@Configuration(proxyBeanMethods = false)
@Import(SimilarController.class)
public class SimilarConfiguration {

    @Bean
    SimilarTickets similarTickets(@Qualifier("ticketSearchIndex") SearchIndex index) {
        return new SimilarTickets(index);
    }

    @Bean
    WrittenTickets writtenTickets(JdbcClient queryJdbc) {
        return new WrittenTickets(queryJdbc);
    }
}
