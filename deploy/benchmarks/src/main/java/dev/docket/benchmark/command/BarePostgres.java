package dev.docket.benchmark.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.benchmark.Databases;
import dev.docket.log.LogDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What PostgreSQL itself can take: rows like ours in the log's own table by plain JDBC, without
 * promises about order, conflicts or aggregates.
 */
final class BarePostgres implements AutoCloseable {

    /** As many as PostgreSQL works best with on a small machine. */
    static final int CONNECTIONS = 32;

    private static final byte[] PAYLOAD = text(500);
    private static final byte[] FACTS = text(240);

    private final HikariDataSource pool;
    private final int rows;
    private final AtomicLong positions = new AtomicLong();

    /**
     * @param rows of each commit
     */
    BarePostgres(Databases databases, int rows) {
        this.rows = rows;
        this.pool = databases.create().pool(CONNECTIONS);
        LogDatabase.migrate(pool);
    }

    void commit() {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            INSERT INTO log.event (position, stream, version, id, type, revision,
                                                   recorded_at, payload, facts)
                            VALUES (?, ?, 0, ?, 'TicketOpened', 1, ?, ?, ?)
                            """)) {
                for (int row = 0; row < rows; row++) {
                    UUID stream = Example.newId();
                    insert.setLong(1, positions.incrementAndGet());
                    insert.setObject(2, stream);
                    insert.setObject(3, stream);
                    insert.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
                    insert.setBytes(5, PAYLOAD);
                    insert.setBytes(6, FACTS);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(int bytes) {
        return "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pool.close();
    }
}
