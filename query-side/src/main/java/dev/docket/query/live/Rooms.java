package dev.docket.query.live;

import dev.docket.edge.Caller;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonEvent;
import dev.docket.log.LogReader;
import dev.docket.query.live.Admission.Refused;
import dev.docket.query.live.Happening.Secrecy;
import dev.docket.query.live.Membership.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is in which room, and telling them what happens. One thread brings the events, in their
 * order; under the one lock nothing waits for a client or a store. Whoever comes in takes a place
 * under that lock at a position: what was before is read without it, and what comes after waits its
 * turn, so that there is no gap and no double.
 */
final class Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    static final int MOST_ROOMS = 50;

    /** Connections of one person: tabs and devices, with room to spare. */
    static final int MOST_OF_ONE = 50;

    /** How much may be told again; who missed more reads anew. */
    static final int MOST_MISSED = 10_000;

    private static final int PAGE = 500;

    /** So close to the present the rest is read while what happens waits. */
    private static final int CLOSE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ASKED = "asked";
    private static final String ROLE_MISSING = "role-missing";

    private final LogReader log;
    private final Happenings happenings;
    private final ServerMessages messages;
    private final ReentrantLock lock = new ReentrantLock();

    /** Many come back at once when a node was restarted; the log has others to serve as well. */
    private final Semaphore catchingUp = new Semaphore(4);

    private final Semaphore settling = new Semaphore(4);

    private final Map<TenantId, Floor> tenants = new HashMap<>();
    private final Map<UUID, Set<Connection>> people = new HashMap<>();
    private final Presences presences;
    private final AtomicLong position = new AtomicLong();
    private final AtomicInteger memberships = new AtomicInteger();

    /**
     * The rooms of an organisation in which somebody is.
     *
     * @param queues those of them that show any ticket
     */
    private record Floor(Map<RoomName, Set<Membership>> rooms, Set<RoomName> queues) {

        Floor() {
            this(new HashMap<>(), new HashSet<>());
        }

        Set<Membership> in(RoomName room) {
            return rooms.getOrDefault(room, Set.of());
        }

        void add(Membership membership) {
            RoomName room = membership.room();
            rooms.computeIfAbsent(room, _ -> new LinkedHashSet<>()).add(membership);
            if (room instanceof RoomName.OfQueue) {
                queues.add(room);
            }
        }

        boolean remove(Membership membership) {
            RoomName room = membership.room();
            Set<Membership> members = rooms.get(room);
            if (members == null || !members.remove(membership)) {
                return false;
            }
            if (members.isEmpty()) {
                rooms.remove(room);
                queues.remove(room);
            }
            return true;
        }
    }

    Rooms(LogReader log, ServerMessages messages) {
        this.log = log;
        this.messages = messages;
        this.happenings = new Happenings(log);
        this.presences = new Presences(messages);
    }

    /** How far the log was told. */
    long position() {
        return position.get();
    }

    /** How many rooms all connections together are in. */
    int memberships() {
        return memberships.get();
    }

    /** From where on events are told. */
    void begin(long head) {
        position.set(head);
    }

    /** Tells an event, the next after {@link #position}. */
    void tell(Recorded recorded) {
        if (!tell(recorded, isWatched(recorded.facts().tenant()))) {
            tell(recorded, true);
        }
    }

    /**
     * What has to be looked up is looked up before the lock is taken, if anybody wants it.
     *
     * @return false if it was not looked up, and somebody has come in meanwhile who wants it
     */
    private boolean tell(Recorded recorded, boolean isLookedUp) {
        Optional<Happening> happening = isLookedUp ? happenings.of(recorded) : Optional.empty();
        List<Turn> unsettled = new ArrayList<>();
        lock.lock();
        try {
            Floor floor = tenants.get(recorded.facts().tenant());
            if (floor != null && !isLookedUp) {
                return false;
            }
            if (recorded.event() instanceof PersonEvent event) {
                changed(event, recorded.version());
            }
            if (floor != null) {
                happening.ifPresent(it -> tell(it, floor, unsettled));
            }
            position.set(recorded.position());
        } finally {
            lock.unlock();
        }
        if (!unsettled.isEmpty()) {
            happening.ifPresent(it ->
                    Thread.ofVirtual()
                            .name("docket-live-settle")
                            .start(() -> settle(it, unsettled)));
        }
        return true;
    }

    /** Finds out what nobody remembers; those who wait for it are told the rest afterwards. */
    private void settle(Happening happening, List<Turn> unsettled) {
        try {
            boolean isOpen = lookUp(happening) == Secrecy.OPEN;
            lock.lock();
            try {
                unsettled.forEach(turn -> turn.settle(isOpen));
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.warn("Some live clients have to come back: the log cannot be read", away);
            unsettled.forEach(turn -> turn.connection().close(Ending.FAILED));
        }
    }

    private Secrecy lookUp(Happening happening) throws InterruptedException {
        settling.acquire();
        try {
            return happenings.settled(happening).secrecy();
        } finally {
            settling.release();
        }
    }

    private boolean isWatched(TenantId tenant) {
        lock.lock();
        try {
            return tenants.containsKey(tenant);
        } finally {
            lock.unlock();
        }
    }

    private static void tell(Happening happening, Floor floor, List<Turn> unsettled) {
        Consumer<RoomName> in = room -> tell(happening, floor.in(room), unsettled);
        happening.people().forEach(person -> in.accept(new RoomName.OfPerson(person)));
        switch (happening.kind()) {
            case TICKET -> {
                in.accept(new RoomName.OfTicket(happening.subject()));
                in.accept(new RoomName.OfDashboard());
                floor.queues().forEach(in);
            }
            case ARTICLE -> in.accept(new RoomName.OfArticle(happening.subject()));
            case PERSON -> {
                // Those who watch the person were told above.
            }
        }
    }

    private static void tell(Happening happening, Set<Membership> members, List<Turn> unsettled) {
        if (!members.isEmpty()) {
            String quoted = members.iterator().next().quotedName();
            Supplier<String> message = once(() -> happening.message(quoted));
            members.forEach(member -> member.tell(happening, message).ifPresent(unsettled::add));
        }
    }

    private static Supplier<String> once(Supplier<String> text) {
        return new Supplier<>() {
            private @Nullable String made;

            @Override
            public String get() {
                String known = made;
                if (known == null) {
                    known = text.get();
                    made = known;
                }
                return known;
            }
        };
    }

    /** Somebody's rights may have changed: it counts before the next event is told. */
    private void changed(PersonEvent event, long version) {
        Set<Connection> theirs = people.getOrDefault(event.person().value(), Set.of());
        for (Connection connection : List.copyOf(theirs)) {
            connection.learn(event, version);
            checkRights(connection);
        }
    }

    private void checkRights(Connection connection) {
        if (!connection.standing().active()) {
            leaveAll(connection);
            connection.close(Ending.DEACTIVATED);
            return;
        }
        Optional<Caller> caller = connection.caller();
        for (Membership membership : List.copyOf(connection.memberships().values())) {
            if (caller.isEmpty() || !Doorkeeper.mayStay(caller.get(), membership)) {
                remove(membership);
                connection.send(messages.left(membership.room().text(), ROLE_MISSING));
            }
        }
    }

    /**
     * From now on the connection hears of changes of the person's rights; one that is ending does
     * not, since nobody would take it out again.
     */
    void follow(Connection connection, UUID person) {
        lock.lock();
        try {
            Set<Connection> theirs = people.computeIfAbsent(person, _ -> new HashSet<>());
            if (theirs.size() >= MOST_OF_ONE) {
                connection.close(Ending.TOO_MANY);
            } else if (!connection.isClosing()) {
                theirs.add(connection);
            }
            if (theirs.isEmpty()) {
                people.remove(person);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Checks what a connection is told after its rights may have changed without an event. */
    void recheck(Connection connection) {
        lock.lock();
        try {
            checkRights(connection);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets a connection in, and tells it before of what it has missed.
     *
     * @param resumeFrom the last position of which the client knows; null if it wants to know only
     *     what happens from now on
     */
    void join(Membership membership, TenantId tenant, @Nullable Long resumeFrom)
            throws InterruptedException {
        if (resumeFrom == null) {
            enter(membership, tenant, false);
        } else if (position() - resumeFrom > MOST_MISSED) {
            membership.connection().send(messages.reset(membership.room().text(), position()));
            enter(membership, tenant, false);
        } else {
            membership.hasSeen(resumeFrom);
            catchUp(membership, tenant);
            enter(membership, tenant, true);
        }
    }

    private void catchUp(Membership membership, TenantId tenant) throws InterruptedException {
        while (position() - membership.after() > CLOSE && isWelcome(membership)) {
            catchingUp.acquire();
            try {
                tellMissed(membership, tenant, position());
            } finally {
                catchingUp.release();
            }
            membership.connection().outbound().awaitSpace(PATIENCE);
        }
    }

    private static boolean isWelcome(Membership membership) {
        Connection connection = membership.connection();
        return !connection.isClosing()
                && connection
                        .caller()
                        .filter(caller -> Doorkeeper.mayStay(caller, membership))
                        .isPresent();
    }

    /** A page of what was missed, up to a position. */
    private void tellMissed(Membership membership, TenantId tenant, long end) {
        long after = membership.after();
        List<Recorded> missed = log.read(after, (int) Math.min(PAGE, end - after));
        for (Recorded recorded : missed) {
            message(recorded, membership, tenant).ifPresent(membership.connection()::send);
            membership.hasSeen(recorded.position());
        }
        if (missed.isEmpty()) {
            membership.hasSeen(end);
        }
    }

    /**
     * What a member is told of something that was missed; it is looked up however long it takes.
     */
    private Optional<String> message(Recorded recorded, Membership membership, TenantId tenant) {
        return Optional.of(recorded)
                .filter(it -> it.facts().tenant().equals(tenant))
                .flatMap(happenings::of)
                .map(it -> membership.isUnsure(it) ? happenings.settled(it) : it)
                .filter(membership::shows)
                .map(it -> it.message(membership.quotedName()));
    }

    /**
     * The last of what was missed is read while the room goes on. What happens there meanwhile
     * waits its turn, behind the word that the room is joined.
     */
    private void enter(Membership membership, TenantId tenant, boolean resumes)
            throws InterruptedException {
        long from = membership.after();
        Optional<Turn> entry = takePlace(membership, tenant);
        if (entry.isEmpty()) {
            return;
        }
        List<String> missed =
                resumes ? missed(membership, tenant, from, membership.joinedAt()) : List.of();
        lock.lock();
        try {
            if (!membership.isOver()) {
                missed.forEach(membership.connection()::send);
                entry.get().settle(true);
                presences.changed(membership, tenant);
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on the member is in the room; empty if it may not be. */
    private Optional<Turn> takePlace(Membership membership, TenantId tenant) {
        Connection connection = membership.connection();
        RoomName room = membership.room();
        lock.lock();
        try {
            if (connection.isClosing()) {
                return Optional.empty();
            }
            if (!isWelcome(membership)) {
                connection.send(
                        messages.refused(
                                room.text(),
                                new Refused(ROLE_MISSING, "Your roles do not allow this")));
                return Optional.empty();
            }
            long joinedAt = membership.join(position());
            tenants.computeIfAbsent(tenant, _ -> new Floor()).add(membership);
            connection.memberships().put(room, membership);
            memberships.incrementAndGet();
            return Optional.of(membership.await(() -> messages.joined(room.text(), joinedAt)));
        } finally {
            lock.unlock();
        }
    }

    private List<String> missed(Membership membership, TenantId tenant, long from, long end)
            throws InterruptedException {
        List<String> missed = new ArrayList<>();
        long after = from;
        while (after < end && !membership.connection().isClosing()) {
            catchingUp.acquire();
            try {
                List<Recorded> page = log.read(after, (int) Math.min(PAGE, end - after));
                page.forEach(it -> message(it, membership, tenant).ifPresent(missed::add));
                after = page.isEmpty() ? end : page.getLast().position();
            } finally {
                catchingUp.release();
            }
        }
        return missed;
    }

    /** Says once more that a room is joined, behind what waits there; false if it is not. */
    boolean isJoinedAlready(Connection connection, RoomName room) {
        lock.lock();
        try {
            Membership membership = connection.memberships().get(room);
            if (membership == null) {
                return false;
            }
            long position = position();
            membership.await(() -> messages.joined(room.text(), position)).settle(true);
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean hasTooMany(Connection connection) {
        lock.lock();
        try {
            return connection.memberships().size() >= MOST_ROOMS;
        } finally {
            lock.unlock();
        }
    }

    void leave(Connection connection, RoomName room) {
        lock.lock();
        try {
            Membership membership = connection.memberships().get(room);
            if (membership != null) {
                remove(membership);
            }
            connection.send(messages.left(room.text(), ASKED));
        } finally {
            lock.unlock();
        }
    }

    /** The connection is gone. */
    void forget(Connection connection) {
        lock.lock();
        try {
            leaveAll(connection);
            connection
                    .caller()
                    .map(caller -> caller.person().value())
                    .ifPresent(person -> unfollow(connection, person));
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable TenantId tenant(Membership membership) {
        return membership.connection().caller().map(Caller::tenant).orElse(null);
    }

    private void unfollow(Connection connection, UUID person) {
        Set<Connection> theirs = people.get(person);
        if (theirs != null && theirs.remove(connection) && theirs.isEmpty()) {
            people.remove(person);
        }
    }

    private void leaveAll(Connection connection) {
        new ArrayList<>(connection.memberships().values()).forEach(this::remove);
    }

    private void remove(Membership membership) {
        membership.connection().memberships().remove(membership.room());
        membership.end();
        TenantId tenant = tenant(membership);
        Floor floor = tenant == null ? null : tenants.get(tenant);
        if (tenant != null && floor != null && floor.remove(membership)) {
            memberships.decrementAndGet();
            presences.changed(membership, tenant);
            if (floor.rooms().isEmpty()) {
                tenants.remove(tenant);
            }
        }
    }

    /** Somebody writes in a ticket, or has stopped; says nothing of rooms where they are not. */
    void writes(Connection connection, RoomName room, boolean writing) {
        lock.lock();
        try {
            Membership membership = connection.memberships().get(room);
            TenantId tenant = membership == null ? null : tenant(membership);
            if (membership != null && tenant != null && membership.isSeen()) {
                presences.writes(membership, tenant, writing);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells those in tickets' rooms who is there, where that has changed since the last time. */
    void tellPresence() {
        lock.lock();
        try {
            presences.tell((tenant, room) -> {
                Floor floor = tenants.get(tenant);
                return floor == null ? Set.of() : floor.in(room);
            });
        } finally {
            lock.unlock();
        }
    }
}
