package dev.docket.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.docket.embedded.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases on the one PostgreSQL that all are measured on, as standalone configures it. */
public final class Databases {

    private final EmbeddedPostgresServer server;
    private final AtomicInteger count = new AtomicInteger();

    public Databases(EmbeddedPostgresServer server) {
        this.server = server;
    }

    /** Where a database is and how to sign in. */
    public record Database(String url, String username, String password) {

        /** As the arguments of a node. */
        public String[] arguments() {
            return new String[] {
                "--docket.postgres.url=" + url,
                "--docket.postgres.username=" + username,
                "--docket.postgres.password=" + password
            };
        }

        /** A pool as Spring Boot makes it when nothing is said. */
        public HikariDataSource pool(int size) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(username);
            config.setPassword(password);
            config.setMaximumPoolSize(size);
            // A caller that is starved is a figure, not a failure.
            config.setConnectionTimeout(120_000);
            return new HikariDataSource(config);
        }
    }

    public Database create() {
        String name = "benchmark_" + count.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
            // What the last subject left to write is not to be paid by the next one.
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException("No database for the next measurement", e);
        }
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return new Database(url, server.username(), server.password());
    }
}
