package dev.docket.log;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.log.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A log on a database of its own, to which a test appends what is to have happened. */
public final class TestLog implements AutoCloseable {

    public static final TenantId TENANT = new TenantId(Ids.named("tenant", "test"));
    public static final PersonId ACTOR = new PersonId(Ids.named("person", "test"));

    private final HikariDataSource database = TestDatabase.createWithLog();
    private final PostgresLog log =
            new PostgresLog(database, EventJson.released(), List.of(), new SimpleMeterRegistry());
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    public LogReader reader() {
        return log.reader();
    }

    public EventStorageEngine engine() {
        return log.engine();
    }

    public DataSource database() {
        return database;
    }

    /** Facts of a command that a person of the test's tenant sent just now. */
    public static Facts facts() {
        return new Facts(
                TENANT,
                ACTOR,
                "TestCommand",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "127.0.0.1 test",
                null,
                null,
                null);
    }

    public static Facts factsAt(Instant occurredAt) {
        Facts facts = facts();
        return new Facts(
                facts.tenant(),
                facts.actor(),
                facts.command(),
                facts.commandId(),
                facts.correlation(),
                facts.origin(),
                occurredAt,
                null,
                null);
    }

    /** Appends to one stream, after what this log appended to it before, and returns the head. */
    public long append(UUID stream, DomainEvent... events) {
        return append(facts(), stream, events);
    }

    public long append(Facts facts, UUID stream, DomainEvent... events) {
        long next = versions.getOrDefault(stream, 0L);
        log.engine().appendEvents(messages(facts, stream, next, events));
        versions.put(stream, next + events.length);
        return log.reader().head();
    }

    /** Events as an aggregate would hand them over. */
    public static List<DomainEventMessage<?>> messages(
            Facts facts, UUID stream, long firstVersion, DomainEvent... events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (DomainEvent event : events) {
            messages.add(
                    new GenericDomainEventMessage<>(
                            "Test",
                            stream.toString(),
                            firstVersion + messages.size(),
                            event,
                            FactsMetaData.of(facts)));
        }
        return messages;
    }

    @Override
    public void close() {
        log.close();
        database.close();
    }
}
