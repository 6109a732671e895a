package dev.docket.command.ticket;

import dev.docket.command.attachment.AttachmentsAtWork;
import dev.docket.command.dispatch.Aggregates;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.ticket.views.SavedViewsConfiguration;
import dev.docket.content.AttachmentProperties;
import dev.docket.log.SnapshotType;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The ticket feature of the command side. */
@Configuration(proxyBeanMethods = false)
@Import({TicketCommandController.class, SavedViewsConfiguration.class})
public class TicketConfiguration {

    /** Reading a hundred events takes less than a millisecond, so more snapshots win nothing. */
    private static final int EVENTS_PER_SNAPSHOT = 100;

    private static final int CACHED = 100_000;

    @Bean
    SnapshotType ticketSnapshots() {
        return new SnapshotType(TicketAggregate.class, "Ticket", 3);
    }

    @Bean
    Repository<TicketAggregate> ticketRepository(Aggregates aggregates) {
        return aggregates.repository(TicketAggregate.class, CACHED, EVENTS_PER_SNAPSHOT);
    }

    @Bean
    AggregateAnnotationCommandHandler<TicketAggregate> ticketHandler(
            Aggregates aggregates, Repository<TicketAggregate> ticketRepository) {
        return aggregates.handler(TicketAggregate.class, ticketRepository);
    }

    @Bean
    AnnotationCommandHandlerAdapter<TicketPairs> ticketPairsHandler(
            Aggregates aggregates, Repository<TicketAggregate> ticketRepository) {
        return aggregates.handler(new TicketPairs(ticketRepository));
    }

    @Bean
    AnnotationCommandHandlerAdapter<TicketFiles> ticketFilesHandler(
            Aggregates aggregates,
            Repository<TicketAggregate> ticketRepository,
            AttachmentsAtWork attachments) {
        return aggregates.handler(new TicketFiles(ticketRepository, attachments));
    }

    @Bean
    FileLimits fileLimits(AttachmentProperties properties) {
        return new FileLimits(properties.filesPerMessage(), properties.largestTicket().toBytes());
    }

    @Bean
    TicketDesk ticketDesk(CommandDispatch dispatch, EventStore events, FileLimits limits) {
        return new TicketDesk(dispatch, new TicketNumbers(events), limits);
    }
}
