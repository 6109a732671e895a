package dev.docket.log.postgres;

import dev.docket.event.Recorded;
import dev.docket.log.LogReader;
import dev.docket.log.Tail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code log.event}; readers at the end of the log share what one of them fetched. */
final class PostgresLogReader implements LogReader {

    private static final int TAIL_EVENTS = 8_192;

    /** From here on, decoding on several cores outweighs handing the rows over. */
    private static final int DECODED_IN_PARALLEL = 256;

    private final JdbcClient jdbc;
    private final EventRowMapper mapper;
    private final StreamReader streams;
    private final PostgresWakeup wakeup;
    private final Tail tail = new Tail(TAIL_EVENTS);
    private final ReentrantLock fetchingTail = new ReentrantLock();

    PostgresLogReader(
            JdbcClient jdbc, EventRowMapper mapper, StreamReader streams, PostgresWakeup wakeup) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.streams = streams;
        this.wakeup = wakeup;
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        List<Recorded> atHand = tail.after(after, limit);
        if (atHand != null) {
            return atHand;
        }
        fetchingTail.lock();
        try {
            atHand = tail.after(after, limit);
            if (atHand != null) {
                return atHand;
            }
            List<Recorded> fetched = fetch(after, limit);
            if (fetched.size() < limit) {
                tail.extend(fetched);
            }
            return fetched;
        } finally {
            fetchingTail.unlock();
        }
    }

    private List<Recorded> fetch(long after, int limit) {
        List<EventRowMapper.Raw> raw =
                jdbc.sql(
                                """
                                SELECT position, stream, version, id, type, revision, recorded_at,
                                       payload, facts
                                FROM log.event WHERE position > ? ORDER BY position LIMIT ?
                                """)
                        .params(after, limit)
                        .query((row, number) -> EventRowMapper.raw(row))
                        .list();
        return raw.size() < DECODED_IN_PARALLEL
                ? raw.stream().map(mapper::decode).toList()
                : raw.parallelStream().map(mapper::decode).toList();
    }

    @Override
    public List<Recorded> readStream(UUID stream) {
        return streams.read(stream, 0);
    }

    @Override
    public Optional<Recorded> readEvent(UUID stream, long version) {
        return streams.readEvent(stream, version);
    }

    @Override
    public long head() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM log.event")
                .query(Long.class)
                .single();
    }

    @Override
    public Subscription onAppend(Runnable wake) {
        return wakeup.subscribe(wake);
    }
}
