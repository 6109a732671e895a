package dev.docket.projection.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A view whose rows an index follows, in the order in which they changed. What changed twice is met
 * once, at its later change.
 */
final class IndexedView {

    private final Description description;
    private final Documents read;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    /**
     * @param read makes documents of the view's rows
     */
    IndexedView(Description description, DataSource database, Documents read) {
        this.description = description;
        this.read = read;
        this.jdbc = JdbcClient.create(database);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * @param documents what is in the index: a part of its name
     * @param schema keeps how far the index has followed
     * @param view the schema that is followed
     * @param table of it, with the columns {@code id}, {@code change} and {@code position}
     */
    record Description(
            String documents, String schema, IndexShape shape, String view, String table) {}

    /** Reads what changed, in the order of the changes. */
    interface Documents {
        List<ChangedDocument> after(JdbcClient jdbc, long change, int limit);
    }

    /**
     * The view at a moment.
     *
     * @param schema which of its copies serves: another one after a rebuild
     * @param position how far it has followed the log
     */
    record Source(long schema, long position) {}

    /**
     * Changes that follow each other.
     *
     * @param isEnd whether there were no others at that moment
     */
    record Batch(Source source, List<ChangedDocument> documents, boolean isEnd) {

        long lastChange(long otherwise) {
            return documents.isEmpty() ? otherwise : documents.getLast().change();
        }
    }

    String documents() {
        return description.documents();
    }

    String schema() {
        return description.schema();
    }

    IndexShape shape() {
        return description.shape();
    }

    int mapping() {
        return description.shape().number();
    }

    Source source() {
        return jdbc.sql(
                        """
                        SELECT n.oid::bigint AS schema, t.position
                        FROM %1$s.token t, pg_namespace n WHERE n.nspname = '%1$s'
                        """
                                .formatted(description.view()))
                .query(Source.class)
                .single();
    }

    /** The last change before which all rows are in an index that holds all up to a position. */
    long changeBefore(long position) {
        return jdbc.sql(
                        """
                        SELECT coalesce(min(change) FILTER (WHERE position > ?) - 1,
                                        max(change), 0)
                        FROM %s.%s
                        """
                                .formatted(description.view(), description.table()))
                .param(position)
                .query(Long.class)
                .single();
    }

    /** How many rows changed after a change. */
    long countAfter(long change) {
        return jdbc.sql(
                        "SELECT count(*) FROM %s.%s WHERE change > ?"
                                .formatted(description.view(), description.table()))
                .param(change)
                .query(Long.class)
                .single();
    }

    /** What the index should hold of some rows; nothing of those that are gone. */
    List<ChangedDocument> documents(List<UUID> ids) {
        List<ChangedDocument> documents =
                snapshot.execute(status ->
                        changes(ids).stream()
                                .flatMap(change -> read.after(jdbc, change - 1, 1).stream())
                                .filter(document -> ids.contains(document.id()))
                                .toList());
        return Objects.requireNonNull(documents, "A snapshot without a result");
    }

    private List<Long> changes(List<UUID> ids) {
        return jdbc.sql(
                        "SELECT change FROM %s.%s WHERE id = ANY (?)"
                                .formatted(description.view(), description.table()))
                .param(ids.toArray(UUID[]::new))
                .query(Long.class)
                .list();
    }

    /** Rows and how far the view has come, in one snapshot. */
    Batch after(long change, int limit) {
        Batch batch =
                snapshot.execute(status -> {
                    Source source = source();
                    List<ChangedDocument> changed = read.after(jdbc, change, limit);
                    return new Batch(source, changed, changed.size() < limit);
                });
        if (batch == null) {
            throw new IllegalStateException("A snapshot without a result");
        }
        return batch;
    }
}
