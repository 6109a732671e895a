package dev.docket.query.live;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** That a connection is in a room; whatever changes in it is guarded by {@link Rooms}. */
final class Membership {

    /** What may wait until something before it is settled; a client that missed more comes back. */
    static final int MOST_WAITING = 1_000;

    private final Connection connection;
    private final RoomName room;
    private final String quotedName;
    private final @Nullable UUID limitedTo;
    private final boolean isSeen;
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private boolean isOver;
    private long after;
    private long joinedAt;
    private long writingUntil;

    /**
     * @param quotedName the room's name as a string of JSON
     * @param limitedTo whoever sees only their own; null for those who see all
     * @param isSeen whether others see who is here, and the other way round
     */
    Membership(
            Connection connection,
            RoomName room,
            String quotedName,
            @Nullable UUID limitedTo,
            boolean isSeen) {
        this.connection = connection;
        this.room = room;
        this.quotedName = quotedName;
        this.limitedTo = limitedTo;
        this.isSeen = isSeen;
        this.writingUntil = Long.MIN_VALUE;
    }

    Connection connection() {
        return connection;
    }

    RoomName room() {
        return room;
    }

    String quotedName() {
        return quotedName;
    }

    boolean isLimited() {
        return limitedTo != null;
    }

    boolean isSeen() {
        return isSeen;
    }

    /** A place in the order in which the client is told. */
    static final class Turn {
        private final Membership membership;
        private final Supplier<String> message;
        private boolean isSettled;
        private boolean isTold;

        private Turn(Membership membership, Supplier<String> message) {
            this.membership = membership;
            this.message = message;
        }

        Connection connection() {
            return membership.connection;
        }

        /** Tells it, or not, and what has waited for it. */
        void settle(boolean tell) {
            isSettled = true;
            isTold = tell;
            membership.tellSettled();
        }
    }

    /** Whether the client may be told of it here. */
    boolean shows(Happening happening) {
        return happening.isIn(room) && (limitedTo == null || happening.isShownTo(limitedTo));
    }

    /** Whether that is not settled yet. */
    boolean isUnsure(Happening happening) {
        return limitedTo != null && happening.isIn(room) && happening.isUnsettledFor(limitedTo);
    }

    /**
     * Tells the client what it wants to know.
     *
     * @param message about it, made once for all who are in the room
     * @return a turn for somebody to settle, if it is not known whether the client may be told
     */
    Optional<Turn> tell(Happening happening, Supplier<String> message) {
        if (happening.position() <= after) {
            return Optional.empty();
        }
        if (isUnsure(happening)) {
            after = happening.position();
            return Optional.of(await(message));
        }
        if (shows(happening)) {
            after = happening.position();
            if (waiting.isEmpty()) {
                connection.send(message.get());
            } else {
                await(message).settle(true);
            }
        }
        return Optional.empty();
    }

    /** What is told from now on waits until the turn is settled. */
    Turn await(Supplier<String> message) {
        Turn turn = new Turn(this, message);
        if (waiting.size() >= MOST_WAITING) {
            isOver = true;
            waiting.clear();
            connection.close(Ending.TOO_SLOW);
        }
        if (!isOver) {
            waiting.add(turn);
        }
        return turn;
    }

    private void tellSettled() {
        for (Turn next = waiting.peek(); next != null && next.isSettled; next = waiting.peek()) {
            waiting.remove();
            if (next.isTold) {
                connection.send(next.message.get());
            }
        }
    }

    /** The client is told no more, not even of what has waited. */
    void end() {
        isOver = true;
        waiting.clear();
    }

    boolean isOver() {
        return isOver;
    }

    /** The client has been told of everything up to a position. */
    void hasSeen(long position) {
        after = Math.max(after, position);
    }

    /**
     * From here on it is told; what was up to here it may have to read.
     *
     * @return up to where it knows by then
     */
    long join(long position) {
        joinedAt = position;
        hasSeen(position);
        return after;
    }

    long joinedAt() {
        return joinedAt;
    }

    long after() {
        return after;
    }

    /**
     * @param until by {@link System#nanoTime}
     */
    void writesUntil(long until) {
        writingUntil = until;
    }

    boolean isWritingAt(long nanoTime) {
        return writingUntil != Long.MIN_VALUE && writingUntil - nanoTime > 0;
    }

    boolean hasStoppedWritingAt(long nanoTime) {
        return writingUntil != Long.MIN_VALUE && writingUntil - nanoTime <= 0;
    }

    void writesNoMore() {
        writingUntil = Long.MIN_VALUE;
    }
}
