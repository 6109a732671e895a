package dev.docket.query.live;

import dev.docket.edge.AccessTokens.Access;
import dev.docket.edge.Caller;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client that is connected: who it is, what it may see, what it has said. Its messages come one
 * after another; the log's, the clock's and the end may come at any time.
 */
final class Connection {

    private final Outbound outbound;
    private final String address;
    private final String origin;
    private final long since;
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicBoolean stranger = new AtomicBoolean(true);

    /** Guarded by {@link Rooms}, like what is in it. */
    private final Map<RoomName, Membership> memberships = new HashMap<>();

    private volatile @Nullable Access access;
    private volatile Standing standing = Standing.UNKNOWN;

    /** Until the log has answered, what was heard of the person meanwhile; guarded by this. */
    private final List<Heard> heardMeanwhile = new ArrayList<>();

    private boolean isKnown;
    private volatile boolean rolesAreOurs;
    private volatile @Nullable Long resumeFrom;
    private volatile long lastHeard;

    private record Heard(PersonEvent event, long version) {}

    /**
     * @param address from where it comes
     * @param origin the same with its client, as in {@link Caller#origin}
     * @param since by {@link System#nanoTime}
     */
    Connection(Outbound outbound, String address, String origin, long since) {
        this.outbound = outbound;
        this.address = address;
        this.origin = origin;
        this.since = since;
        this.lastHeard = since;
    }

    String address() {
        return address;
    }

    /** Whether it has just ceased to be one of whom nobody knows who it is; once. */
    boolean isStrangerNoMore() {
        return stranger.getAndSet(false);
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

    /**
     * What the log says of the person. It may have been read before what was heard meanwhile, and
     * either says what the other does not: a change names only what it changes.
     */
    synchronized void learn(Standing found) {
        Standing newest = found;
        for (Heard heard : heardMeanwhile) {
            newest = newest.after(heard.event(), heard.version());
        }
        heardMeanwhile.clear();
        isKnown = true;
        standing = newest;
    }

    synchronized void learn(PersonEvent event, long version) {
        if (isKnown) {
            standing = standing.after(event, version);
        } else {
            heardMeanwhile.add(new Heard(event, version));
        }
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
