package dev.docket.query.live;

import dev.docket.edge.AccessTokens.Access;
import dev.docket.edge.Caller;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client that is connected: who it is, what it may see, what it has said. Its messages come one
 * after another; the log's, the clock's and the end may come at any time.
 */
final class Connection {

    private final Outbound outbound;
    private final String origin;
    private final long since;
    private final AtomicInteger said = new AtomicInteger();

    /** Guarded by {@link Rooms}, like what is in it. */
    private final Map<RoomName, Membership> memberships = new HashMap<>();

    private volatile @Nullable Access access;
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile boolean rolesAreOurs;
    private volatile @Nullable Long resumeFrom;
    private volatile long lastHeard;

    /**
     * @param origin from where it comes, as in {@link Caller#origin}
     * @param since by {@link System#nanoTime}
     */
    Connection(Outbound outbound, String origin, long since) {
        this.outbound = outbound;
        this.origin = origin;
        this.since = since;
        this.lastHeard = since;
    }

    String origin() {
        return origin;
    }

    void send(String text) {
        outbound.send(text);
    }

    void ping() {
        outbound.ping();
    }

    void close(Ending ending) {
        outbound.close(ending);
    }

    boolean isClosing() {
        return outbound.isClosing();
    }

    Outbound outbound() {
        return outbound;
    }

    void heard(long nanoTime) {
        lastHeard = nanoTime;
    }

    boolean isSilentAt(long nanoTime, Duration longest) {
        return nanoTime - lastHeard > longest.toNanos();
    }

    boolean isAnonymousFor(long nanoTime, Duration longest) {
        return access == null && nanoTime - since > longest.toNanos();
    }

    /** How much it has said since it was last asked. */
    int said() {
        return said.incrementAndGet();
    }

    void mayTalkAgain() {
        said.set(0);
    }

    void signIn(Access newest, boolean rolesAreDockets, @Nullable Long from) {
        rolesAreOurs = rolesAreDockets;
        resumeFrom = from;
        access = newest;
    }

    void prolong(Access newest) {
        access = newest;
    }

    boolean hasRunOutAt(Instant now) {
        Access known = access;
        return known != null && !now.isBefore(known.runsOut());
    }

    @Nullable Long resumeFrom() {
        return resumeFrom;
    }

    /** What the log says of the person; what is older than what is known changes nothing. */
    synchronized void learn(Standing found) {
        if (found.version() > standing.version()) {
            standing = found;
        }
    }

    synchronized void learn(PersonEvent event, long version) {
        standing = standing.after(event, version);
    }

    Standing standing() {
        return standing;
    }

    /** Who it is, with the roles that count now; empty before it has said so. */
    Optional<Caller> caller() {
        return Optional.ofNullable(access).map(Access::caller).map(this::asOfNow);
    }

    private Caller asOfNow(Caller claimed) {
        Set<Role> roles = rolesAreOurs ? standing.of(claimed.roles()) : claimed.roles();
        return new Caller(claimed.person(), claimed.tenant(), roles, claimed.origin());
    }

    Map<RoomName, Membership> memberships() {
        return memberships;
    }
}
