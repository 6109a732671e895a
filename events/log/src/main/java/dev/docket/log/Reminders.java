package dev.docket.log;

import dev.docket.event.TenantId;
import dev.docket.log.Reminders.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Times at which somebody should look at a stream again, on disk in the log's database whichever
 * engine holds the events. A reminder is a hint and not a fact: it is put before the event that
 * sets the time, and whoever takes it asks the stream whether there is anything to be done. A
 * database that is lost loses its reminders; one that is restored has them.
 */
public final class Reminders {

    private final JdbcClient jdbc;

    public Reminders(DataSource logDatabase) {
        this.jdbc = JdbcClient.create(logDatabase);
    }

    /**
     * @param topic whose reminder it is: a feature has its own
     * @param due kept in microseconds
     */
    public record Reminder(String topic, UUID stream, TenantId tenant, Instant due) {}

    /** On disk when it returns; the same one again changes nothing. */
    public void put(Reminder reminder) {
        jdbc.sql(
                        """
                        INSERT INTO log.reminder (topic, stream, due, tenant, ask_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (topic, stream, due, tenant) DO NOTHING
                        """)
                .params(
                        reminder.topic(),
                        reminder.stream(),
                        utc(reminder.due()),
                        reminder.tenant().value(),
                        utc(reminder.due()))
                .update();
    }

    /**
     * What is due and nobody else has; it is due again after the lease, unless it is dropped.
     *
     * @param limit how many at most
     */
    public List<Reminder> take(String topic, Instant now, Duration lease, int limit) {
        return jdbc.sql(
                        """
                        UPDATE log.reminder SET ask_at = :next
                        WHERE topic = :topic AND (stream, due, tenant) IN (
                            SELECT stream, due, tenant FROM log.reminder
                            WHERE topic = :topic AND ask_at <= :now
                            ORDER BY ask_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING stream, due, tenant
                        """)
                .param("next", utc(now.plus(lease)))
                .param("topic", topic)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) ->
                        new Reminder(
                                topic,
                                row.getObject("stream", UUID.class),
                                new TenantId(row.getObject("tenant", UUID.class)),
                                row.getObject("due", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void drop(Reminder reminder) {
        jdbc.sql(
                        """
                        DELETE FROM log.reminder
                        WHERE topic = ? AND stream = ? AND due = ? AND tenant = ?
                        """)
                .params(
                        reminder.topic(),
                        reminder.stream(),
                        utc(reminder.due()),
                        reminder.tenant().value())
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
