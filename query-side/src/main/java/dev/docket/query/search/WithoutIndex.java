package dev.docket.query.search;

import dev.docket.query.search.SearchAwayException.Instead;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks PostgreSQL where Elasticsearch is away: for a moment only, and few at once, so that a crowd
 * that searches leaves the database to those who read lists and tickets.
 */
public final class WithoutIndex {

    private static final Logger LOG = LoggerFactory.getLogger(WithoutIndex.class);

    /** With the wait for Elasticsearch it makes less than 300 ms. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final int AT_ONCE = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate brief;
    private final Semaphore room = new Semaphore(AT_ONCE);

    WithoutIndex(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.brief = new TransactionTemplate(new JdbcTransactionManager(database));
        this.brief.setReadOnly(true);
    }

    /**
     * Searches, and where that cannot be answered looks through the database.
     *
     * @param lookedThrough what the database compares, as the answer should say it
     * @throws SearchAwayException with what was found in the database, if it answered
     */
    public <T> T otherwise(
            Supplier<T> search, String lookedThrough, Function<JdbcClient, List<?>> database) {
        try {
            return search.get();
        } catch (CrowdedSearchException crowd) {
            throw crowd;
        } catch (SearchAwayException away) {
            throw instead(away, lookedThrough, database);
        }
    }

    private SearchAwayException instead(
            SearchAwayException away,
            String lookedThrough,
            Function<JdbcClient, List<?>> database) {
        if (!room.tryAcquire()) {
            return away;
        }
        FutureTask<List<?>> finding =
                new FutureTask<>(() -> {
                    try {
                        return find(database);
                    } finally {
                        room.release();
                    }
                });
        Thread.startVirtualThread(finding);
        try {
            List<?> found = finding.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            return away.having(new Instead(found, lookedThrough));
        } catch (ExecutionException | TimeoutException alsoAway) {
            LOG.warn("Nor does PostgreSQL look through {}: {}", lookedThrough, alsoAway.toString());
            away.addSuppressed(alsoAway);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return away;
    }

    /** The server gives up by itself: nobody waits for the answer any more. */
    private List<?> find(Function<JdbcClient, List<?>> database) {
        return brief.execute(status -> {
            jdbc.sql("SELECT set_config('statement_timeout', ?, true)")
                    .param(Long.toString(MOMENT.toMillis()))
                    .query(String.class)
                    .single();
            return database.apply(jdbc);
        });
    }
}
