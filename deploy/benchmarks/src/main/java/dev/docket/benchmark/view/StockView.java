package dev.docket.benchmark.view;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases;
import dev.docket.benchmark.command.StockStores;
import dev.docket.benchmark.history.BulkLog;
import dev.docket.benchmark.history.FilledLog;
import dev.docket.benchmark.history.Histories;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The same list as Axon's guides build it: a pooled streaming processor on the JDBC event store,
 * with one statement for each event, in the batches that suit it best.
 */
final class StockView implements View {

    private static final int POOL = 10;

    /** As many segments as cores; more of them made it no faster. */
    private static final int SEGMENTS = Runtime.getRuntime().availableProcessors();

    private static final TenantId TENANT = new TenantId(Ids.named("tenant", "benchmark"));

    private final HikariDataSource database;
    private final TransactionManager transactions;
    private final EventStorageEngine engine;
    private final int batch;

    StockView(Databases databases, int batch) {
        this.batch = batch;
        database = databases.create().pool(POOL);
        transactions = StockStores.jdbcTransactions(database);
        engine = StockStores.jdbcEngine(database);
    }

    @Override
    public long fill(Histories histories, int tickets) {
        return FilledLog.write(
                histories,
                tickets,
                new BulkLog(
                        TENANT,
                        events ->
                                StockStores.append(
                                        engine,
                                        transactions,
                                        events.stream().map(StockMetaData::plain).toList())));
    }

    @Override
    public Duration build() {
        JdbcTokenStore tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(database)))
                        .serializer(tokenSerializer())
                        .build();
        transactions.executeInTransaction(
                () -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        StockTicketList list = new StockTicketList(new JdbcTemplate(database));
        ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(SEGMENTS);
        PooledStreamingEventProcessor processor =
                PooledStreamingEventProcessor.builder()
                        .name("tickets")
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder().eventHandlers(list).build())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .messageSource(EmbeddedEventStore.builder().storageEngine(engine).build())
                        .tokenStore(tokens)
                        .transactionManager(transactions)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .initialSegmentCount(SEGMENTS)
                        .batchSize(batch)
                        .build();
        long head = engine.createHeadToken().position().orElseThrow();
        long started = System.nanoTime();
        processor.start();
        Progress.await(() -> hasReached(head, processor.processingStatus()));
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        processor.shutDown();
        coordinator.shutdown();
        workers.shutdown();
        return took;
    }

    private static boolean hasReached(long head, Map<Integer, EventTrackerStatus> segments) {
        return segments.size() == SEGMENTS
                && segments.values().stream()
                        .allMatch(segment -> segment.getCurrentPosition().orElse(-1) >= head);
    }

    /** Without its own validator the serializer cannot read back the tokens that it wrote. */
    private static Jackson3Serializer tokenSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper ->
                        mapper.polymorphicTypeValidator(
                                BasicPolymorphicTypeValidator.builder()
                                        .allowIfSubType("org.axonframework.")
                                        .build()))
                .build();
    }

    @Override
    public void close() {
        database.close();
    }
}
