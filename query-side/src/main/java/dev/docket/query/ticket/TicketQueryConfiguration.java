package dev.docket.query.ticket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ticket feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import(TicketQueryController.class)
public class TicketQueryConfiguration {

    @Bean
    TicketQueries ticketQueries(JdbcClient queryJdbc) {
        return new TicketQueries(queryJdbc);
    }
}
