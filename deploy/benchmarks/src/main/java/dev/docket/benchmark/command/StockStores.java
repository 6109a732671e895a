package dev.docket.benchmark.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Axon's own event stores, each on an empty database and with the pool that Spring Boot gives. */
public final class StockStores {

    private static final int POOL = 10;

    private StockStores() {}

    static Commands jdbc(Databases databases, boolean cached) {
        HikariDataSource pool = databases.create().pool(POOL);
        TransactionManager transactions = jdbcTransactions(pool);
        return new StockCommands(
                EmbeddedEventStore.builder().storageEngine(jdbcEngine(pool)).build(),
                transactions,
                cached,
                pool::close);
    }

    /** The transactions of a pool, as Axon wants them. */
    public static TransactionManager jdbcTransactions(DataSource pool) {
        return new SpringTransactionManager(new JdbcTransactionManager(pool));
    }

    /** A new event table and the engine on it. */
    public static EventStorageEngine jdbcEngine(DataSource pool) {
        TransactionManager transactions = jdbcTransactions(pool);
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(pool)))
                        .transactionManager(transactions)
                        .eventSerializer(serializer())
                        .snapshotSerializer(serializer())
                        .build();
        transactions.executeInTransaction(
                () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }

    static Commands jpa(Databases databases) {
        HikariDataSource pool = databases.create().pool(POOL);
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(pool);
        bean.setPersistenceProvider(new HibernatePersistenceProvider());
        bean.setPersistenceUnitName("stock");
        bean.setPackagesToScan("org.axonframework.eventsourcing.eventstore.jpa");
        bean.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
        bean.afterPropertiesSet();
        EntityManagerFactory factory = bean.getObject();
        if (factory == null) {
            throw new IllegalStateException("Hibernate made no entity manager factory");
        }
        EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(factory);
        TransactionManager transactions =
                new SpringTransactionManager(new JpaTransactionManager(factory));
        EventStorageEngine engine =
                JpaEventStorageEngine.builder()
                        .entityManagerProvider(new SimpleEntityManagerProvider(shared))
                        .transactionManager(transactions)
                        .eventSerializer(serializer())
                        .snapshotSerializer(serializer())
                        .build();
        return new StockCommands(
                EmbeddedEventStore.builder().storageEngine(engine).build(),
                transactions,
                false,
                () -> {
                    bean.destroy();
                    pool.close();
                });
    }

    static Commands axonServer(String address) {
        AxonServerConfiguration configuration =
                AxonServerConfiguration.builder()
                        .servers(address)
                        .componentName("docket-benchmarks")
                        .build();
        AxonServerConnectionManager connections =
                AxonServerConnectionManager.builder()
                        .axonServerConfiguration(configuration)
                        .build();
        connections.start();
        EventStore store =
                AxonServerEventStore.builder()
                        .configuration(configuration)
                        .platformConnectionManager(connections)
                        .eventSerializer(serializer())
                        .snapshotSerializer(serializer())
                        .build();
        return new StockCommands(
                store, NoTransactionManager.INSTANCE, false, connections::shutdown);
    }

    private static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    /** Appends events to a stock engine in one transaction. */
    public static void append(
            EventStorageEngine engine,
            TransactionManager transactions,
            List<? extends DomainEventMessage<?>> events) {
        transactions.executeInTransaction(() -> engine.appendEvents(events));
    }
}
