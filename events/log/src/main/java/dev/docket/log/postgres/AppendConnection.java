package dev.docket.log.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PGobject;

/**
 * The writer's own connection: one call of {@code log.append} is one transaction is one round trip.
 */
final class AppendConnection implements AutoCloseable {

    private static final String UNIQUE_VIOLATION = "23505";

    /** The connection failed or was ended, not the statement: another one may work at once. */
    private static final List<String> LOST = List.of("08", "57P");

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A server that answers nothing for so long is taken for lost. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final DataSource database;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement append;

    AppendConnection(DataSource database) {
        this.database = database;
    }

    /** Returns the position before the first row. */
    long append(List<EventRow> rows) throws SQLException {
        PreparedStatement call = append();
        PGConnection open = call.getConnection().unwrap(PGConnection.class);
        call.setObject(1, array("uuid", rows, EventRow::stream));
        call.setArray(2, open.createArrayOf("bigint", longs(rows, EventRow::version)));
        call.setObject(3, array("uuid", rows, EventRow::id));
        call.setObject(4, array("text", rows, EventRow::type));
        call.setArray(5, open.createArrayOf("bigint", longs(rows, EventRow::revision)));
        call.setArray(6, open.createArrayOf("bigint", longs(rows, AppendConnection::micros)));
        call.setArray(7, open.createArrayOf("bytea", bytes(rows, EventRow::payload)));
        call.setArray(8, open.createArrayOf("bytea", bytes(rows, EventRow::facts)));
        try (ResultSet result = call.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /**
     * An array in PostgreSQL's notation. Ids and the names of types need no quotes, which the
     * driver would put around every element and look for within it.
     */
    private static PGobject array(
            String type, List<EventRow> rows, Function<EventRow, Object> column)
            throws SQLException {
        StringBuilder text = new StringBuilder(40 * rows.size()).append('{');
        for (EventRow row : rows) {
            text.append(text.length() == 1 ? "" : ",").append(column.apply(row));
        }
        PGobject array = new PGobject();
        array.setType(type + "[]");
        array.setValue(text.append('}').toString());
        return array;
    }

    private static long[] longs(List<EventRow> rows, ToLongFunction<EventRow> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static long micros(EventRow row) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt());
    }

    private static byte[][] bytes(List<EventRow> rows, Function<EventRow, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    /**
     * Finds out what became of appends whose transaction failed or whose connection was lost: the
     * log has them, or their streams have moved on, or they are to be tried again.
     */
    List<PendingAppend> settle(List<PendingAppend> appends, SQLException failure)
            throws SQLException {
        String state = String.valueOf(failure.getSQLState());
        if (LOST.stream().anyMatch(state::startsWith)) {
            close();
        } else if (!UNIQUE_VIOLATION.equals(state)) {
            pauseBeforeReconnect();
        }
        Map<UUID, Head> heads = heads(appends);
        List<PendingAppend> again = new ArrayList<>();
        for (PendingAppend pending : appends) {
            Long position = lastPosition(pending);
            if (position != null) {
                pending.succeeded(position);
            } else if (continues(pending, heads)) {
                pending.rows().forEach(row -> heads.put(row.stream(), new Head(row.version())));
                again.add(pending);
            } else {
                EventRow first = pending.rows().getFirst();
                pending.failed(
                        new ConcurrencyException(
                                "Stream %s already has version %d"
                                        .formatted(first.stream(), first.version())));
            }
        }
        return again;
    }

    private record Head(long version) {}

    private static boolean continues(PendingAppend pending, Map<UUID, Head> heads) {
        Map<UUID, Long> next = new HashMap<>();
        for (EventRow row : pending.rows()) {
            Head head = heads.getOrDefault(row.stream(), new Head(-1));
            long expected = next.getOrDefault(row.stream(), head.version() + 1);
            if (row.version() != expected) {
                return false;
            }
            next.put(row.stream(), expected + 1);
        }
        return true;
    }

    /** Waits for transactions that still hold the log's lock, so that no late commit is missed. */
    private Map<UUID, Head> heads(List<PendingAppend> appends) throws SQLException {
        Connection open = append().getConnection();
        Object[] streams =
                appends.stream()
                        .flatMap(pending -> pending.rows().stream())
                        .map(EventRow::stream)
                        .distinct()
                        .toArray();
        try (PreparedStatement select =
                open.prepareStatement(
                        """
                        WITH settled AS MATERIALIZED (
                            SELECT pg_advisory_xact_lock(
                                hashtextextended('docket.log.append', 0)))
                        SELECT count(*) FROM settled
                        """)) {
            select.execute();
        }
        Map<UUID, Head> heads = new HashMap<>();
        try (PreparedStatement select =
                open.prepareStatement(
                        """
                        SELECT stream, max(version) FROM log.event
                        WHERE stream = ANY (?) GROUP BY stream
                        """)) {
            select.setArray(1, open.createArrayOf("uuid", streams));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getObject(1, UUID.class), new Head(rows.getLong(2)));
                }
            }
        }
        return heads;
    }

    private @Nullable Long lastPosition(PendingAppend pending) throws SQLException {
        EventRow last = pending.rows().getLast();
        try (PreparedStatement select =
                append().getConnection()
                        .prepareStatement(
                                """
                                SELECT position FROM log.event
                                WHERE stream = ? AND version = ? AND id = ?
                                """)) {
            select.setObject(1, last.stream());
            select.setLong(2, last.version());
            select.setObject(3, last.id());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }
    }

    private PreparedStatement append() throws SQLException {
        PreparedStatement prepared = append;
        if (prepared == null) {
            Connection opened = database.getConnection();
            opened.setAutoCommit(true);
            opened.setNetworkTimeout(Runnable::run, (int) LONGEST_CALL.toMillis());
            connection = opened;
            prepared = opened.prepareStatement("SELECT log.append(?, ?, ?, ?, ?, ?, ?, ?)");
            append = prepared;
        }
        return prepared;
    }

    void pauseBeforeReconnect() {
        close();
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        append = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                throw new IllegalStateException("A connection could not be given back", e);
            }
        }
    }
}
