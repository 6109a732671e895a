package dev.docket.projection.search;

import dev.docket.projection.running.DeadLetter;
import dev.docket.projection.search.PhysicalIndex.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** Asks for another index; whether that was not going on or about to begin. */
    boolean outdate() {
        return sql("""
        UPDATE %1$s.physical_index SET outdated = true
        WHERE role = 'SERVING' AND NOT outdated
          AND NOT EXISTS (SELECT FROM %1$s.physical_index WHERE role = 'BUILDING')
        """)
                        .update()
                == 1;
    }

    /** Of the index that is built or should be, else of the one that serves. */
    IndexBuild newestBuild() {
        return sql("""
        SELECT role = 'SERVING' AS serves, documents, change,
               extract(epoch FROM coalesce(served_at, now()) - created_at) AS seconds
        FROM %s.physical_index
        WHERE role = 'BUILDING' OR role = 'SERVING' AND NOT outdated
        ORDER BY role LIMIT 1
        """)
                .query(IndexBuild.class)
                .optional()
                .orElse(IndexBuild.AWAITED);
    }

    /** Elasticsearch has answered for every document up to a change. */
    void advance(
            PhysicalIndex index,
            long change,
            Collection<ChangedDocument> written,
            List<RejectedDocument> rejected) {
        transaction.executeWithoutResult(status -> {
            sql("""
            UPDATE %s.physical_index
            SET change = ?,
                documents = documents + CASE role WHEN 'BUILDING' THEN ? ELSE 0 END
            WHERE name = ?
            """)
                    .params(change, written.size(), index.name())
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

    List<DeadLetter> deadLetters() {
        return sql("""
        SELECT position, stream, type, cause, parked_at
        FROM %s.dead_letter ORDER BY position, stream LIMIT 1000
        """)
                .query(DeadLetter.class)
                .list();
    }

    long countDeadLetters() {
        return sql("SELECT count(*) FROM %s.dead_letter").query(Long.class).single();
    }

    List<UUID> parkedAt(long position) {
        return sql("SELECT stream FROM %s.dead_letter WHERE position = ?")
                .param(position)
                .query(UUID.class)
                .list();
    }

    /** Forgets what was parked at a position, but for what was refused again. */
    void settleAt(long position, List<UUID> tried, Map<UUID, String> refused) {
        transaction.executeWithoutResult(status -> {
            sql("DELETE FROM %s.dead_letter WHERE position = ? AND stream = ANY (?)")
                    .params(
                            position,
                            tried.stream()
                                    .filter(id -> !refused.containsKey(id))
                                    .toArray(UUID[]::new))
                    .update();
            refused.forEach((id, cause) ->
                    sql("UPDATE %s.dead_letter SET cause = ? WHERE position = ? AND stream = ?")
                            .params(cause, position, id)
                            .update());
        });
    }

    int evictAt(long position) {
        return sql("DELETE FROM %s.dead_letter WHERE position = ?").param(position).update();
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

    /** What changes with each step of an index. */
    Marks marks() {
        return sql("""
        SELECT position,
               (SELECT coalesce(sum(change), 0) FROM %1$s.physical_index) AS changes
        FROM %1$s.token
        """)
                .query(Marks.class)
                .single();
    }

    /**
     * How far all indexes are.
     *
     * @param position of the serving one in the log
     * @param changes that all have followed, added up
     */
    record Marks(long position, long changes) {}

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
            UPDATE %s.physical_index SET role = 'SERVING', served_at = now()
            WHERE name = ?
            """)
                    .param(built)
                    .update();
        });
    }
}
