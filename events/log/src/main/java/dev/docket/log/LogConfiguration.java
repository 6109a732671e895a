package dev.docket.log;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.log.axonserver.AxonServerLog;
import dev.docket.log.postgres.PostgresLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log for every node: its database, its JSON, and the engine that the configuration names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
public class LogConfiguration {

    @Bean
    HikariDataSource logDatabase(LogProperties properties) {
        HikariDataSource database = LogDatabase.open("docket-log", properties.postgres());
        LogDatabase.migrate(database);
        return database;
    }

    @Bean
    Reminders reminders(@Qualifier("logDatabase") DataSource logDatabase) {
        return new Reminders(logDatabase);
    }

    @Bean
    EventJson eventJson() {
        return EventJson.released();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "docket.log", havingValue = "postgres", matchIfMissing = true)
    static class InPostgres {

        @Bean
        PostgresLog postgresLog(
                @Qualifier("logDatabase") DataSource logDatabase,
                EventJson json,
                ObjectProvider<SnapshotType> snapshotTypes,
                MeterRegistry metrics) {
            List<SnapshotType> types = snapshotTypes.orderedStream().toList();
            return new PostgresLog(logDatabase, json, types, metrics);
        }

        @Bean
        LogReader logReader(PostgresLog log) {
            return log.reader();
        }

        @Bean
        EventStorageEngine eventStorageEngine(PostgresLog log) {
            return log.engine();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "docket.log", havingValue = "axon-server")
    static class InAxonServer {

        @Bean
        AxonServerLog axonServerLog(
                LogProperties properties,
                EventJson json,
                ObjectProvider<SnapshotType> snapshotTypes,
                MeterRegistry metrics) {
            String address = properties.axonServer();
            if (address == null) {
                throw new IllegalArgumentException(
                        "docket.log=axon-server needs docket.axon-server=HOST:PORT");
            }
            List<SnapshotType> types = snapshotTypes.orderedStream().toList();
            return new AxonServerLog(address, json, types, metrics);
        }

        @Bean
        LogReader logReader(AxonServerLog log) {
            return log.reader();
        }

        @Bean
        EventStorageEngine eventStorageEngine(AxonServerLog log) {
            return log.engine();
        }
    }
}
