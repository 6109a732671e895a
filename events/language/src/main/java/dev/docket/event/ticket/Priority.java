package dev.docket.event.ticket;

/** How urgent a ticket is, in rising order. */
public enum Priority {
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** Its place from 1, by which views sort; it never changes. */
    public int rank() {
        return rank;
    }

    /** The priority of a {@link #rank}. */
    public static Priority ofRank(int rank) {
        for (Priority priority : values()) {
            if (priority.rank == rank) {
                return priority;
            }
        }
        throw new IllegalArgumentException("No priority has rank " + rank);
    }
}
