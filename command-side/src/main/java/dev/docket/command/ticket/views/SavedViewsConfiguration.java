package dev.docket.command.ticket.views;

import dev.docket.command.dispatch.Aggregates;
import dev.docket.log.SnapshotType;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Saved views of the command side. */
@Configuration(proxyBeanMethods = false)
@Import(SavedViewsController.class)
public class SavedViewsConfiguration {

    private static final int EVENTS_PER_SNAPSHOT = 100;

    /** Those of people who change theirs; hardly anybody does so twice a day. */
    private static final int CACHED = 1_000;

    @Bean
    SnapshotType savedViewsSnapshots() {
        return new SnapshotType(SavedViewsAggregate.class, "SavedViews", 1);
    }

    @Bean
    AggregateAnnotationCommandHandler<SavedViewsAggregate> savedViewsHandler(
            Aggregates aggregates) {
        return aggregates.handler(
                SavedViewsAggregate.class,
                aggregates.repository(SavedViewsAggregate.class, CACHED, EVENTS_PER_SNAPSHOT));
    }
}
