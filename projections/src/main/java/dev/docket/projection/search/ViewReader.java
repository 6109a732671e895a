package dev.docket.projection.search;

import dev.docket.projection.search.IndexedView.Batch;
import dev.docket.projection.search.IndexedView.Source;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a view's rows and how far it has come in one snapshot. */
final class ViewReader {

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final String schema;
    private final String table;

    /**
     * @param table which has the columns {@code change} and {@code position}
     */
    ViewReader(DataSource database, String schema, String table) {
        this.jdbc = JdbcClient.create(database);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.schema = schema;
        this.table = table;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Source source() {
        return jdbc.sql(
                        """
                        SELECT n.oid::bigint AS schema, t.position
                        FROM %1$s.token t, pg_namespace n WHERE n.nspname = '%1$s'
                        """
                                .formatted(schema))
                .query(Source.class)
                .single();
    }

    long changeBefore(long position) {
        return jdbc.sql(
                        """
                        SELECT coalesce(min(change) FILTER (WHERE position > ?) - 1,
                                        max(change), 0)
                        FROM %s.%s
                        """
                                .formatted(schema, table))
                .param(position)
                .query(Long.class)
                .single();
    }

    /**
     * @param limit how many documents are asked for: fewer are the last ones
     */
    Batch batch(int limit, Supplier<List<ChangedDocument>> documents) {
        Batch batch =
                snapshot.execute(status -> {
                    Source source = source();
                    List<ChangedDocument> read = documents.get();
                    return new Batch(source, read, read.size() < limit);
                });
        if (batch == null) {
            throw new IllegalStateException("A snapshot without a result");
        }
        return batch;
    }
}
