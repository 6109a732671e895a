package dev.docket.command.demonstration;

import dev.docket.command.knowledge.ArticleDesk;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.command.people.People;
import dev.docket.command.ticket.TicketDesk;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The demonstration feature of the command side. */
@Configuration(proxyBeanMethods = false)
@Import(DemonstrationController.class)
public class DemonstrationConfiguration {

    @Bean
    Demonstration demonstration(
            TicketDesk tickets,
            ArticleDesk articles,
            KnowledgeBaseDesk bases,
            People people,
            Clock clock) {
        return new Demonstration(tickets, articles, bases, people, clock);
    }
}
