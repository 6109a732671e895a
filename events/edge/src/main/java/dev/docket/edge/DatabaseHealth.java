package dev.docket.edge;

import dev.docket.log.LogProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the databases answer a newcomer: with connections of its own, so that a full pool is not
 * taken for a database that is away. It says so within two seconds for each, and asks once a second
 * at most, however many ask it.
 */
final class DatabaseHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration VALID = Duration.ofSeconds(1);

    private final Set<LogProperties.Database> databases;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Health known;
    private long knownSince;

    DatabaseHealth(LogProperties properties) {
        databases = new LinkedHashSet<>(List.of(properties.postgres(), properties.readDatabase()));
    }

    @Override
    public Health health() {
        asking.lock();
        try {
            Health health = known;
            if (health == null || System.nanoTime() - knownSince > VALID.toNanos()) {
                health = ask();
                known = health;
                knownSince = System.nanoTime();
            }
            return health;
        } finally {
            asking.unlock();
        }
    }

    private Health ask() {
        for (LogProperties.Database database : databases) {
            try (Connection connection = connect(database)) {
                if (!connection.isValid((int) PATIENCE.toSeconds())) {
                    return Health.down().build();
                }
            } catch (SQLException away) {
                return Health.down(away).build();
            }
        }
        return Health.up().build();
    }

    private static Connection connect(LogProperties.Database database) throws SQLException {
        String seconds = Long.toString(PATIENCE.toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "docket-health");
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        return DriverManager.getConnection(database.url(), properties);
    }
}
