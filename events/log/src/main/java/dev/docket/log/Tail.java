package dev.docket.log;

import dev.docket.event.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest events that this process has read, so that all of its projections together fetch and
 * decode each of them once.
 */
public final class Tail {

    private final int capacity;
    private final ArrayList<Recorded> events = new ArrayList<>();

    public Tail(int capacity) {
        this.capacity = capacity;
    }

    /** The events after the position, or null if they are not all at hand. */
    public synchronized @Nullable List<Recorded> after(long position, int limit) {
        if (events.isEmpty() || position < events.getFirst().position() - 1) {
            return null;
        }
        int from = (int) (position - events.getFirst().position() + 1);
        if (from >= events.size()) {
            return null;
        }
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    /** Takes what was read at the end of the log; what does not join on to it starts it anew. */
    public synchronized void extend(List<Recorded> read) {
        if (read.isEmpty()) {
            return;
        }
        long next = events.isEmpty() ? read.getFirst().position() : events.getLast().position() + 1;
        if (read.getLast().position() < next) {
            return;
        }
        if (read.getFirst().position() > next) {
            events.clear();
        }
        for (Recorded event : read) {
            if (events.isEmpty() || event.position() > events.getLast().position()) {
                events.add(event);
            }
        }
        if (events.size() > 2 * capacity) {
            events.subList(0, events.size() - capacity).clear();
        }
    }
}
