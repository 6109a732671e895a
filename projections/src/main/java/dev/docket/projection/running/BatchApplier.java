package dev.docket.projection.running;

import dev.docket.event.Recorded;
import dev.docket.log.UnreadableEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies a batch and parks what cannot be applied: the event at fault and, to keep their order,
 * all later events of its stream. Everything else goes on.
 */
final class BatchApplier {

    private static final int LONGEST_CAUSE = 2_000;

    private final Projection projection;
    private final ProjectionStore store;

    BatchApplier(Projection projection, ProjectionStore store) {
        this.projection = projection;
        this.store = store;
    }

    void apply(List<Recorded> batch, JdbcClient jdbc) {
        Set<UUID> parkedStreams = new HashSet<>(streamsWithDeadLetters(batch, jdbc));
        List<Recorded> sound = new ArrayList<>(batch.size());
        for (Recorded event : batch) {
            if (parkedStreams.contains(event.stream())) {
                park(event, "An earlier event of the stream is parked", jdbc);
            } else if (event.event() instanceof UnreadableEvent unreadable) {
                parkedStreams.add(event.stream());
                park(event, unreadable.reason(), jdbc);
            } else {
                sound.add(event);
            }
        }
        if (!sound.isEmpty()) {
            applyOrIsolate(sound, parkedStreams, jdbc);
        }
    }

    private void applyOrIsolate(List<Recorded> events, Set<UUID> parkedStreams, JdbcClient jdbc) {
        try {
            store.nested(() -> projection.apply(events, jdbc));
        } catch (StoreAwayException
                | TransientDataAccessException
                | DataAccessResourceFailureException away) {
            throw away;
        } catch (RuntimeException poison) {
            isolate(events, parkedStreams, poison, jdbc);
        }
    }

    /** Halves the batch until the event at fault is alone. */
    private void isolate(
            List<Recorded> events,
            Set<UUID> parkedStreams,
            RuntimeException poison,
            JdbcClient jdbc) {
        if (events.size() == 1) {
            parkedStreams.add(events.getFirst().stream());
            park(events.getFirst(), String.valueOf(poison), jdbc);
            return;
        }
        int half = events.size() / 2;
        applyOrIsolate(events.subList(0, half), parkedStreams, jdbc);
        List<Recorded> rest = new ArrayList<>();
        for (Recorded event : events.subList(half, events.size())) {
            if (parkedStreams.contains(event.stream())) {
                park(event, "An earlier event of the stream is parked", jdbc);
            } else {
                rest.add(event);
            }
        }
        if (!rest.isEmpty()) {
            applyOrIsolate(rest, parkedStreams, jdbc);
        }
    }

    private static List<UUID> streamsWithDeadLetters(List<Recorded> batch, JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT stream FROM dead_letter
                        WHERE stream = ANY (?)
                        """)
                .param(Columns.of("uuid", batch, Recorded::stream))
                .query(UUID.class)
                .list();
    }

    private static void park(Recorded event, String cause, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO dead_letter (position, stream, type, cause)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(
                        event.position(),
                        event.stream(),
                        event.type(),
                        cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)))
                .update();
    }
}
