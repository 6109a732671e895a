package dev.docket.query.live;

import dev.docket.edge.Caller;
import dev.docket.event.TenantId;
import dev.docket.query.live.ServerMessages.Looking;
import dev.docket.query.live.ServerMessages.Present;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a ticket and who writes in it, as those see it who work on tickets. Changes are
 * gathered and told from time to time: a room that fills with hundreds at once would otherwise tell
 * each of them of each other. Guarded by {@link Rooms}.
 */
final class Presences {

    private static final int SHOWN = 25;
    private static final Duration WRITING = Duration.ofSeconds(10);

    private record Place(TenantId tenant, RoomName room) {}

    private final ServerMessages messages;
    private final Set<Place> changed = new HashSet<>();
    private final Map<Membership, Place> writing = new LinkedHashMap<>();

    Presences(ServerMessages messages) {
        this.messages = messages;
    }

    /** Somebody came or went. */
    void changed(Membership membership, TenantId tenant) {
        if (membership.isSeen() && membership.room() instanceof RoomName.OfTicket) {
            writing.remove(membership);
            changed.add(new Place(tenant, membership.room()));
        }
    }

    void writes(Membership membership, TenantId tenant, boolean isWriting) {
        if (membership.room() instanceof RoomName.OfTicket) {
            Place place = new Place(tenant, membership.room());
            long now = System.nanoTime();
            if (membership.isWritingAt(now) != isWriting) {
                changed.add(place);
            }
            if (isWriting) {
                membership.writesUntil(now + WRITING.toNanos());
                writing.put(membership, place);
            } else {
                membership.writesNoMore();
                writing.remove(membership);
            }
        }
    }

    void tell(BiFunction<TenantId, RoomName, Collection<Membership>> members) {
        long now = System.nanoTime();
        writing.entrySet()
                .removeIf(entry -> {
                    boolean stopped = entry.getKey().hasStoppedWritingAt(now);
                    if (stopped) {
                        entry.getKey().writesNoMore();
                        changed.add(entry.getValue());
                    }
                    return stopped;
                });
        for (Place place : changed) {
            List<Membership> seen =
                    members.apply(place.tenant(), place.room()).stream()
                            .filter(Membership::isSeen)
                            .toList();
            String message = messages.presence(place.room().text(), present(seen, now));
            seen.forEach(member -> member.connection().send(message));
        }
        changed.clear();
    }

    /** Somebody with two windows is one person, who writes if they do in either. */
    private static Present present(List<Membership> members, long now) {
        Map<UUID, Looking> people = new LinkedHashMap<>();
        for (Membership member : members) {
            member.connection()
                    .caller()
                    .map(Caller::person)
                    .ifPresent(person ->
                            people.merge(
                                    person.value(),
                                    looking(member, person.value(), now),
                                    (one, other) -> one.writing() ? one : other));
        }
        return new Present(
                people.values().stream().limit(SHOWN).toList(), Math.max(0, people.size() - SHOWN));
    }

    private static Looking looking(Membership member, UUID person, long now) {
        @Nullable String name = member.connection().standing().name();
        return new Looking(person, name, member.isWritingAt(now));
    }
}
