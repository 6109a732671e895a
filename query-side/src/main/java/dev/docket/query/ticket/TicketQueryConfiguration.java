package dev.docket.query.ticket;

import dev.docket.query.attachment.AttachmentSource;
import dev.docket.query.ticket.views.SavedViewsQueryConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ticket feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import({TicketQueryController.class, SavedViewsQueryConfiguration.class})
public class TicketQueryConfiguration {

    @Bean
    TicketQueries ticketQueries(JdbcClient queryJdbc, JsonMapper json) {
        return new TicketQueries(queryJdbc, json);
    }

    @Bean
    AttachmentSource ticketAttachments(JdbcClient queryJdbc) {
        return new TicketAttachments(queryJdbc);
    }
}
