package dev.docket.command.imports;

import dev.docket.command.knowledge.ArticleDesk;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.command.people.People;
import dev.docket.command.ticket.TicketDesk;
import dev.docket.log.LogReader;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The import feature of the command side. */
@Configuration(proxyBeanMethods = false)
@Import(ImportController.class)
public class ImportConfiguration {

    @Bean
    Imports imports(
            EventStore events,
            LogReader log,
            TicketDesk tickets,
            People people,
            ArticleDesk articles,
            KnowledgeBaseDesk bases,
            JsonMapper json) {
        RowImporter rows =
                new RowImporter(new TicketRows(tickets, people), new ArticleRows(articles, bases));
        return new Imports(events, log, rows, json);
    }
}
