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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far each index has followed its view, kept in a schema of its own. Its token is that of the
 * serving index: whoever waits for a position waits for Elasticsearch's receipt.
 */
final class IndexRegistry {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private final String schema;

    IndexRegistry(DataSource database, String schema) {
        this.database = database;
        this.schema = schema;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/projection/shared", "classpath:db/projection/" + schema)
                .load()
                .migrate();
    }

    private StatementSpec sql(String text) {
        return jdbc.sql(text.formatted(schema));
    }

    Optional<PhysicalIndex> find(Role role) {
        return sql("""
        SELECT name, role, source, mapping, outdated, change
        FROM %s.physical_index WHERE role = ?
        """)
                .param(role.name())
                .query(PhysicalIndex.class)
                .optional();
    }

    List<String> names() {
        return sql("SELECT name FROM %s.physical_index").query(String.class).list();
    }

    List<String> retiredFor(Duration atLeast) {
        return sql("""
        SELECT name FROM %s.physical_index
        WHERE role = 'RETIRED' AND retired_at < now() - ? * interval '1 second'
        """)
                .param(atLeast.toSeconds())
                .query(String.class)
                .list();
    }

    void begin(PhysicalIndex index) {
        sql("""
        INSERT INTO %s.physical_index (name, role, source, mapping)
        VALUES (?, ?, ?, ?)
        """)
                .params(index.name(), index.role().name(), index.source(), index.mapping())
                .update();
    }

    void forget(String name) {
        sql("DELETE FROM %s.physical_index WHERE name = ?").param(name).update();
    }

    /** The view was rebuilt: the index follows the new rows until another one replaces it. */
    void follow(String name, long source, long change) {
        sql("""
        UPDATE %s.physical_index
        SET source = ?, change = ?, outdated = true WHERE name = ?
        """)
                .params(source, change, name)
                .update();
    }

    void outdate() {
        sql("""
        UPDATE %s.physical_index SET outdated = true
        WHERE role = 'SERVING'
        """)
                .update();
    }

    /** Elasticsearch has answered for every document up to a change. */
    void advance(
            PhysicalIndex index,
            long change,
            Collection<ChangedDocument> written,
            List<RejectedDocument> rejected) {
        transaction.executeWithoutResult(status -> {
            sql("""
            UPDATE %s.physical_index SET change = ?
            WHERE name = ?
            """)
                    .params(change, index.name())
                    .update();
            settle(written, rejected);
        });
    }

    /** Replaces what is known of these documents' last attempts. */
    void settle(Collection<ChangedDocument> written, List<RejectedDocument> rejected) {
        sql("DELETE FROM %s.dead_letter WHERE stream = ANY (?)")
                .param(written.stream().map(ChangedDocument::id).toArray(UUID[]::new))
                .update();
        for (RejectedDocument document : rejected) {
            sql("""
            INSERT INTO %s.dead_letter (position, stream, type, cause)
            VALUES (?, ?, 'Document', ?)
            """)
                    .params(document.position(), document.id(), document.cause())
                    .update();
        }
    }

    /** The serving index has all that the log holds up to a position. */
    void reached(long position) {
        sql("""
        UPDATE %s.token SET position = ?, moved_at = now()
        WHERE position < ?
        """)
                .params(position, position)
                .update();
    }

    long position() {
        return sql("SELECT position FROM %s.token").query(Long.class).single();
    }

    /** The index that was built serves from now on. */
    void switchOver(String built) {
        transaction.executeWithoutResult(status -> {
            sql("""
            UPDATE %s.physical_index
            SET role = 'RETIRED', retired_at = now()
            WHERE role = 'SERVING'
            """)
                    .update();
            sql("""
            UPDATE %s.physical_index SET role = 'SERVING'
            WHERE name = ?
            """)
                    .param(built)
                    .update();
        });
    }
}
