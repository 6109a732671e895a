package dev.docket.query.freshness;

import dev.docket.edge.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a caller read what they wrote: a request that names a position is answered once the view has
 * reached it. After two seconds it is answered all the same and says that it is stale.
 */
public final class Freshness {

    private static final String POSITION = "Docket-Position";
    private static final String STALE = "Docket-Stale";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final JdbcClient jdbc;

    public Freshness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A wait that is over.
     *
     * @param reached how far the view had come; less than was asked for if it took too long
     */
    public record Wait(long asked, long reached) {}

    /**
     * Waits as the request asks, and says in the answer how far the view has come; empty if nothing
     * was asked, or by nobody who could have written anything.
     */
    public Optional<Wait> await(
            View view, HttpServletRequest request, HttpServletResponse response) {
        return await(Set.of(view), request, response);
    }

    /** The same for an answer from several views: what counts is the one that is behind most. */
    public Optional<Wait> await(
            Set<View> views, HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getHeader(POSITION);
        if (asked == null || request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        long position = parse(asked);
        long seen = await(views, position);
        response.setHeader(POSITION, Long.toString(seen));
        if (seen < position) {
            response.setHeader(STALE, "true");
        }
        return Optional.of(new Wait(position, seen));
    }

    /** Nothing is remembered: a database that comes back after a crash may show a little less. */
    private long await(Set<View> views, long position) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        long pause = FIRST_PAUSE.toNanos();
        long reached = reached(views);
        while (reached < position && System.nanoTime() < deadline) {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            reached = reached(views);
        }
        return reached;
    }

    private long reached(Set<View> views) {
        return views.stream().mapToLong(this::token).min().orElseThrow();
    }

    private long token(View view) {
        return jdbc.sql("SELECT position FROM %s.token".formatted(view.schema()))
                .query(Long.class)
                .single();
    }

    private static long parse(@Nullable String asked) {
        try {
            long position = Long.parseLong(String.valueOf(asked));
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a negative number is.
        }
        throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        "wrong-header",
                        "'%s' is not a position of the log".formatted(asked),
                        POSITION)
                .asException();
    }
}
