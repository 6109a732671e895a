package dev.docket.projection.running;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One projection's schema: its tables, its token, its dead letters, and transactions on them. */
final class ProjectionStore {

    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String projection;
    private final String schema;

    ProjectionStore(DataSource database, String projection, String schema) {
        this.database = database;
        this.projection = projection;
        this.schema = schema;
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.transactions.setTimeout((int) LONGEST_TRANSACTION.toSeconds());
    }

    /** The schema that a rebuild fills. */
    ProjectionStore next() {
        return new ProjectionStore(database, projection, projection + "_next");
    }

    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations(
                        "classpath:db/projection/shared", "classpath:db/projection/" + projection)
                .load()
                .migrate();
    }

    void drop() {
        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema)).update();
    }

    /** Puts this schema in the place of the serving one; queries see one or the other. */
    void takePlace() {
        String old = projection + "_old";
        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(old)).update();
        jdbc.sql("ALTER SCHEMA %s RENAME TO %s".formatted(projection, old)).update();
        jdbc.sql("ALTER SCHEMA %s RENAME TO %s".formatted(schema, projection)).update();
    }

    void dropOld() {
        jdbc.sql("DROP SCHEMA IF EXISTS %s_old CASCADE".formatted(projection)).update();
    }

    <T> T transaction(Function<JdbcClient, T> work) {
        T result =
                transactions.execute(status -> {
                    enter();
                    return work.apply(jdbc);
                });
        if (result == null) {
            throw new IllegalStateException("A transaction without a result");
        }
        return result;
    }

    /**
     * Makes unqualified names mean this schema until the transaction ends. The commit need not wait
     * for the disk: what a crash takes back is applied again, for the token goes back with it.
     */
    void enter() {
        jdbc.sql(
                        """
                        SELECT set_config('search_path', ?, true),
                               set_config('synchronous_commit', 'off', true)
                        """)
                .param(schema)
                .query()
                .singleRow();
    }

    /**
     * Drops the indexes that only queries need, so that filling the tables does not have to keep
     * them.
     *
     * @return the statements that make them again
     */
    List<String> dropIndexes() {
        List<QueryIndex> indexes =
                jdbc.sql(
                                """
                                SELECT i.indexrelid::regclass::text AS name,
                                       pg_get_indexdef(i.indexrelid) AS definition
                                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                                WHERE c.relnamespace = ?::regnamespace AND NOT i.indisunique
                                """)
                        .param(schema)
                        .query(QueryIndex.class)
                        .list();
        indexes.forEach(index -> jdbc.sql("DROP INDEX " + index.name()).update());
        return indexes.stream().map(QueryIndex::definition).toList();
    }

    private record QueryIndex(String name, String definition) {}

    void createIndexes(List<String> statements) {
        statements.forEach(statement -> jdbc.sql(statement).update());
    }

    /** The token, held until the transaction ends; empty while another node holds it. */
    Optional<Long> lockToken() {
        return jdbc.sql("SELECT position FROM token FOR UPDATE SKIP LOCKED")
                .query(Long.class)
                .optional();
    }

    /** The token, held until the transaction ends, after whoever holds it now. */
    long awaitToken() {
        return jdbc.sql("SELECT position FROM token FOR UPDATE").query(Long.class).single();
    }

    void moveToken(long from, long to) {
        int moved =
                jdbc.sql("UPDATE token SET position = ?, moved_at = now() WHERE position = ?")
                        .params(to, from)
                        .update();
        if (moved != 1) {
            throw new IllegalStateException(
                    "The token of %s is no longer at %d".formatted(schema, from));
        }
    }

    /** Undoes what an action did if it fails; the transaction goes on. */
    void nested(Runnable action) {
        jdbc.sql("SAVEPOINT batch").update();
        try {
            action.run();
            jdbc.sql("RELEASE SAVEPOINT batch").update();
        } catch (RuntimeException e) {
            jdbc.sql("ROLLBACK TO SAVEPOINT batch").update();
            throw e;
        }
    }

    long token() {
        return jdbc.sql("SELECT position FROM %s.token".formatted(schema))
                .query(Long.class)
                .single();
    }

    List<DeadLetter> deadLetters() {
        return jdbc.sql(
                        """
                        SELECT position, stream, type, cause, parked_at
                        FROM %s.dead_letter ORDER BY position LIMIT 1000
                        """
                                .formatted(schema))
                .query(DeadLetter.class)
                .list();
    }

    long countDeadLetters() {
        return jdbc.sql("SELECT count(*) FROM %s.dead_letter".formatted(schema))
                .query(Long.class)
                .single();
    }
}
