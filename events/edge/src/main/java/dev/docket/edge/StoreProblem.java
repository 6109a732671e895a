package dev.docket.edge;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Tells a database that cannot answer now from a defect of ours. */
final class StoreProblem {

    /** PostgreSQL, appendix A: shut down, crashed, starting, full. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_CLASS = "08";
    private static final String CANCELLED = "57014";

    /** A table or a schema that is not there: the node that makes it has not come to it yet. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000");

    private StoreProblem() {}

    static Optional<Problem> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql, sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> of(SQLException failure, @Nullable String state) {
        if (failure instanceof SQLTransientConnectionException || isAway(state)) {
            return unavailable("database-away", "The database does not answer at the moment");
        }
        if (CANCELLED.equals(state)) {
            return unavailable(
                    "took-too-long", "The answer took too long; ask for less, or again later");
        }
        return state != null && NOT_THERE.contains(state)
                ? unavailable("not-ready", "What this asks for is still being set up")
                : Optional.empty();
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_CLASS) || AWAY.contains(state));
    }

    private static Optional<Problem> unavailable(String type, String detail) {
        return Optional.of(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type, detail));
    }
}
