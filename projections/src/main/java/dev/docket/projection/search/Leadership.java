package dev.docket.projection.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to write the index, which one node at a time has, for as long as its connection stands.
 * No transaction is open meanwhile, so that a slow Elasticsearch holds nothing back in PostgreSQL.
 */
final class Leadership implements AutoCloseable {

    private final Connection connection;
    private final String lock;

    private Leadership(Connection connection, String lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /** Empty while another node has it. */
    static Optional<Leadership> seek(DataSource database, String schema) throws SQLException {
        String lock = "docket." + schema;
        Connection connection = database.getConnection();
        boolean leads = false;
        try {
            leads = ask(connection, lock, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))");
        } finally {
            if (!leads) {
                connection.close();
            }
        }
        return leads ? Optional.of(new Leadership(connection, lock)) : Optional.empty();
    }

    boolean stands() throws SQLException {
        return connection.isValid(1);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (connection.isValid(1)) {
                ask(connection, lock, "SELECT pg_advisory_unlock(hashtextextended(?, 0))");
            }
        }
    }

    private static boolean ask(Connection connection, String lock, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lock);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
