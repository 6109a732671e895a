package dev.docket.command.dispatch;

import dev.docket.edge.CallerResolver;
import dev.docket.log.LogReader;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Axon's parts, put together by hand: nothing is on the way of a command that it does not need. */
@Configuration(proxyBeanMethods = false)
@Import(RefusalAdvice.class)
public class CommandConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CommandBus commandBus() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new WishInterceptor());
        return bus;
    }

    @Bean
    @ConditionalOnMissingBean
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    AggregateCaches aggregateCaches() {
        return new AggregateCaches();
    }

    /** Snapshots are made beside the commands that call for them, one at a time. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("docket-snapshots").factory());
    }

    @Bean
    Aggregates aggregates(
            EventStore events,
            AggregateCaches aggregateCaches,
            ExecutorService snapshotExecutor,
            CommandBus bus) {
        return new Aggregates(events, aggregateCaches, snapshotExecutor, bus);
    }

    @Bean
    WebMvcConfigurer commandRequests(CallerResolver callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandRequestArgument(callers));
            }
        };
    }

    @Bean
    CommandDispatch commandDispatch(
            CommandBus bus, EventStore events, LogReader log, AggregateCaches aggregateCaches) {
        return new CommandDispatch(bus, events, log, aggregateCaches);
    }
}
