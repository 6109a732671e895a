package dev.docket.command;

import dev.docket.command.attachment.AttachmentConfiguration;
import dev.docket.command.demonstration.DemonstrationConfiguration;
import dev.docket.command.dispatch.CommandConfiguration;
import dev.docket.command.imports.ImportConfiguration;
import dev.docket.command.knowledge.KnowledgeConfiguration;
import dev.docket.command.people.PeopleConfiguration;
import dev.docket.command.ticket.TicketConfiguration;
import dev.docket.edge.EdgeConfiguration;
import dev.docket.log.LogConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that a command node consists of. */
@Configuration(proxyBeanMethods = false)
@Import({
    LogConfiguration.class,
    EdgeConfiguration.class,
    CommandConfiguration.class,
    AttachmentConfiguration.class,
    TicketConfiguration.class,
    PeopleConfiguration.class,
    KnowledgeConfiguration.class,
    ImportConfiguration.class,
    DemonstrationConfiguration.class
})
public class CommandSide {}
