package dev.docket.command.knowledge.counts;

import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is counted on the command side. */
@Configuration(proxyBeanMethods = false)
@Import(CountsController.class)
public class CountsConfiguration {

    @Bean
    Views views(Clock clock) {
        return new Views(clock);
    }

    @Bean
    Searches searches(Clock clock) {
        return new Searches(clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CountsRecorder countsRecorder(Views views, Searches searches, EventStore events, Clock clock) {
        return new CountsRecorder(List.of(views, searches), new CountsLog(events), clock);
    }
}
