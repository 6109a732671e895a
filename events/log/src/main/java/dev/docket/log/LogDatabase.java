package dev.docket.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.docket.log.LogProperties.Database;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens databases, and brings the log's schema up to date. */
public final class LogDatabase {

    private LogDatabase() {}

    /**
     * @param use what the pool is for; its metrics and the server's list of sessions say so
     */
    public static HikariDataSource open(String use, Database database) {
        return new HikariDataSource(config(use, database));
    }

    /**
     * @param longest that a statement may take: the server ends it then, at no cost to those that
     *     are quicker, where a timer in the driver would be set for each
     */
    public static HikariDataSource open(String use, Database database, Duration longest) {
        HikariConfig config = config(use, database);
        config.setConnectionInitSql("SET statement_timeout = " + longest.toMillis());
        return new HikariDataSource(config);
    }

    private static HikariConfig config(String use, Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(use);
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(database.poolSize());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", use);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    /** Safe to be called by several nodes at once: Flyway takes a lock. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("log")
                .defaultSchema("log")
                .locations("classpath:db/log")
                .load()
                .migrate();
    }
}
