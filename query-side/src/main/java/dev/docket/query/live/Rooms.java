package dev.docket.query.live;

import dev.docket.edge.Caller;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonEvent;
import dev.docket.log.LogReader;
import dev.docket.query.live.Admission.Refused;
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

/**
 * Who is in which room, and telling them what happens. One thread brings the events, in their
 * order; under the one lock nothing waits for a client. Whoever comes in is told, under that lock,
 * of the last that happened before, so that there is no gap and no double.
 */
final class Rooms {

    static final int MOST_ROOMS = 50;

    /** Connections of one person: tabs and devices, with room to spare. */
    static final int MOST_OF_ONE = 50;

    /** How much may be told again; who missed more reads anew. */
    static final int MOST_MISSED = 10_000;

    private static final int PAGE = 500;

    /** So close to the present the rest is told under the lock. */
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
        TenantId tenant = recorded.facts().tenant();
        // What has to be looked up is looked up before the lock is taken, if anybody wants it.
        Optional<Happening> happening =
                isWatched(tenant) ? happenings.of(recorded) : Optional.empty();
        lock.lock();
        try {
            if (recorded.event() instanceof PersonEvent event) {
                changed(event, recorded.version());
            }
            Floor floor = tenants.get(tenant);
            if (floor != null) {
                happening.or(() -> happenings.of(recorded)).ifPresent(it -> tell(it, floor));
            }
            position.set(recorded.position());
        } finally {
            lock.unlock();
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

    private static void tell(Happening happening, Floor floor) {
        Consumer<RoomName> in = room -> tell(happening, floor.in(room));
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

    private static void tell(Happening happening, Set<Membership> members) {
        if (!members.isEmpty()) {
            String quoted = members.iterator().next().quotedName();
            Supplier<String> message = once(() -> happening.message(quoted));
            members.forEach(member -> member.tell(happening, message));
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
        String room = membership.room().text();
        Connection connection = membership.connection();
        if (resumeFrom != null && position() - resumeFrom > MOST_MISSED) {
            connection.send(messages.reset(room, position()));
        } else if (resumeFrom != null) {
            membership.hasSeen(resumeFrom);
            while (position() - membership.after() > CLOSE && !connection.isClosing()) {
                catchingUp.acquire();
                try {
                    tellMissed(membership, position());
                } finally {
                    catchingUp.release();
                }
                connection.outbound().awaitSpace(PATIENCE);
            }
        }
        enter(membership, tenant, resumeFrom != null);
    }

    /** A page of what was missed, up to a position. */
    private void tellMissed(Membership membership, long end) {
        long after = membership.after();
        List<Recorded> missed = log.read(after, (int) Math.min(PAGE, end - after));
        TenantId tenant = tenant(membership);
        for (Recorded recorded : missed) {
            if (recorded.facts().tenant().equals(tenant)) {
                happenings
                        .of(recorded)
                        .ifPresent(it ->
                                membership.tell(it, () -> it.message(membership.quotedName())));
            }
            membership.hasSeen(recorded.position());
        }
        if (missed.isEmpty()) {
            membership.hasSeen(end);
        }
    }

    private static @Nullable TenantId tenant(Membership membership) {
        return membership.connection().caller().map(Caller::tenant).orElse(null);
    }

    private void enter(Membership membership, TenantId tenant, boolean resumes) {
        Connection connection = membership.connection();
        RoomName room = membership.room();
        lock.lock();
        try {
            if (connection.isClosing()) {
                return;
            }
            Optional<Caller> caller = connection.caller();
            if (caller.isEmpty() || !Doorkeeper.mayStay(caller.get(), membership)) {
                connection.send(
                        messages.refused(
                                room.text(),
                                new Refused(ROLE_MISSING, "Your roles do not allow this")));
                return;
            }
            while (resumes && membership.after() < position()) {
                if (position() - membership.after() > MOST_MISSED) {
                    break;
                }
                tellMissed(membership, position());
            }
            membership.hasSeen(position());
            tenants.computeIfAbsent(tenant, _ -> new Floor()).add(membership);
            connection.memberships().put(room, membership);
            memberships.incrementAndGet();
            connection.send(messages.joined(room.text(), membership.after()));
            presences.changed(membership, tenant);
        } finally {
            lock.unlock();
        }
    }

    /** The membership of a connection that is in a room. */
    boolean isIn(Connection connection, RoomName room) {
        lock.lock();
        try {
            return connection.memberships().containsKey(room);
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
