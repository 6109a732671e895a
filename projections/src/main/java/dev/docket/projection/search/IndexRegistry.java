package dev.docket.projection.search;

import dev.docket.projection.search.PhysicalIndex.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far each index has followed the tickets, kept in the schema {@code ticket_search}. Its token
 * is that of the serving index: whoever waits for a position waits for Elasticsearch's receipt.
 */
final class IndexRegistry {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    IndexRegistry(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .schemas("ticket_search")
                .defaultSchema("ticket_search")
                .locations(
                        "classpath:db/projection/shared", "classpath:db/projection/ticket_search")
                .load()
                .migrate();
    }

    Optional<PhysicalIndex> find(Role role) {
        return jdbc.sql(
                        """
                        SELECT name, role, source, mapping, outdated, change
                        FROM ticket_search.physical_index WHERE role = ?
                        """)
                .param(role.name())
                .query(PhysicalIndex.class)
                .optional();
    }

    List<String> names() {
        return jdbc.sql("SELECT name FROM ticket_search.physical_index").query(String.class).list();
    }

    List<String> retiredFor(Duration atLeast) {
        return jdbc.sql(
                        """
                        SELECT name FROM ticket_search.physical_index
                        WHERE role = 'RETIRED' AND retired_at < now() - ? * interval '1 second'
                        """)
                .param(atLeast.toSeconds())
                .query(String.class)
                .list();
    }

    void begin(PhysicalIndex index) {
        jdbc.sql(
                        """
                        INSERT INTO ticket_search.physical_index (name, role, source, mapping)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(index.name(), index.role().name(), index.source(), index.mapping())
                .update();
    }

    void forget(String name) {
        jdbc.sql("DELETE FROM ticket_search.physical_index WHERE name = ?").param(name).update();
    }

    /** The tickets were rebuilt: the index follows the new rows until another one replaces it. */
    void follow(String name, long source, long change) {
        jdbc.sql(
                        """
                        UPDATE ticket_search.physical_index
                        SET source = ?, change = ?, outdated = true WHERE name = ?
                        """)
                .params(source, change, name)
                .update();
    }

    void outdate() {
        jdbc.sql(
                        """
                        UPDATE ticket_search.physical_index SET outdated = true
                        WHERE role = 'SERVING'
                        """)
                .update();
    }

    /** Elasticsearch has answered for every ticket up to a change. */
    void advance(
            PhysicalIndex index,
            long change,
            Collection<ChangedTicket> written,
            List<RejectedTicket> rejected) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            UPDATE ticket_search.physical_index SET change = ?
                            WHERE name = ?
                            """)
                    .params(change, index.name())
                    .update();
            settle(written, rejected);
        });
    }

    /** Replaces what is known of these tickets' last attempts. */
    void settle(Collection<ChangedTicket> written, List<RejectedTicket> rejected) {
        jdbc.sql("DELETE FROM ticket_search.dead_letter WHERE stream = ANY (?)")
                .param(written.stream().map(ChangedTicket::id).toArray(UUID[]::new))
                .update();
        for (RejectedTicket ticket : rejected) {
            jdbc.sql(
                            """
                            INSERT INTO ticket_search.dead_letter (position, stream, type, cause)
                            VALUES (?, ?, 'TicketDocument', ?)
                            """)
                    .params(ticket.position(), ticket.id(), ticket.cause())
                    .update();
        }
    }

    /** The serving index has all that the log holds up to a position. */
    void reached(long position) {
        jdbc.sql(
                        """
                        UPDATE ticket_search.token SET position = ?, moved_at = now()
                        WHERE position < ?
                        """)
                .params(position, position)
                .update();
    }

    long position() {
        return jdbc.sql("SELECT position FROM ticket_search.token").query(Long.class).single();
    }

    /** The index that was built serves from now on. */
    void switchOver(String built) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            UPDATE ticket_search.physical_index
                            SET role = 'RETIRED', retired_at = now()
                            WHERE role = 'SERVING'
                            """)
                    .update();
            jdbc.sql(
                            """
                            UPDATE ticket_search.physical_index SET role = 'SERVING'
                            WHERE name = ?
                            """)
                    .param(built)
                    .update();
        });
    }
}
