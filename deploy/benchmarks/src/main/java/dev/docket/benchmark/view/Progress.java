package dev.docket.benchmark.view;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks how far views have come. */
public final class Progress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Progress() {}

    /** Waits until something is reached; gives up after half an hour. */
    public static void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No end within " + LONGEST);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The position that a projection has reached; 0 before its tables are there. */
    public static long token(DataSource database, String projection) {
        try {
            return JdbcClient.create(database)
                    .sql("SELECT position FROM %s.token".formatted(projection))
                    .query(Long.class)
                    .single();
        } catch (BadSqlGrammarException notYet) {
            return 0;
        }
    }
}
