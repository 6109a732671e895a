package dev.docket.query.live;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** That a connection is in a room; whatever changes in it is guarded by {@link Rooms}. */
final class Membership {

    private final Connection connection;
    private final RoomName room;
    private final String quotedName;
    private final @Nullable UUID limitedTo;
    private final boolean isSeen;
    private long after;
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

    /** Whether the client is to be told. */
    boolean wants(Happening happening) {
        return happening.position() > after
                && happening.isIn(room)
                && (limitedTo == null || happening.isShownTo(limitedTo));
    }

    /**
     * Tells the client what it wants to know.
     *
     * @param message about it, made once for all who are in the room
     */
    void tell(Happening happening, Supplier<String> message) {
        if (wants(happening)) {
            connection.send(message.get());
            after = happening.position();
        }
    }

    /** The client has been told of everything up to a position. */
    void hasSeen(long position) {
        after = Math.max(after, position);
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
