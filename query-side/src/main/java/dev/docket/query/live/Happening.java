package dev.docket.query.live;

import dev.docket.event.Recorded;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as rooms see it.
 *
 * @param subject the id of what it happened to
 * @param requester whose ticket it happened to; null for what is no ticket
 * @param secrecy whether requesters are told of it
 * @param people whom it names, the requester and the actor among them
 */
record Happening(
        Recorded recorded,
        Kind kind,
        UUID subject,
        @Nullable UUID requester,
        Secrecy secrecy,
        Set<UUID> people) {

    /** What it happened to. */
    enum Kind {
        TICKET("ticket"),
        PERSON("person"),
        ARTICLE("article");

        private final String field;

        Kind(String field) {
            this.field = field;
        }
    }

    /** Whether those who see their own alone may know. */
    enum Secrecy {
        OPEN,
        INTERNAL,

        /** It is about a message or a file of which only the whole ticket tells. */
        UNSETTLED
    }

    Happening settled(Secrecy known) {
        return new Happening(recorded, kind, subject, requester, known, people);
    }

    long position() {
        return recorded.position();
    }

    /** Whether a room shows it. */
    boolean isIn(RoomName room) {
        return switch (room) {
            case RoomName.OfTicket(UUID ticket) -> kind == Kind.TICKET && subject.equals(ticket);
            case RoomName.OfArticle(UUID article) ->
                    kind == Kind.ARTICLE && subject.equals(article);
            case RoomName.OfPerson(UUID person) -> people.contains(person);
            case RoomName.OfQueue _, RoomName.OfDashboard _ -> kind == Kind.TICKET;
        };
    }

    /**
     * Whether somebody may be told who sees their own tickets and their own account, and no more.
     */
    boolean isShownTo(UUID person) {
        return switch (kind) {
            case TICKET -> person.equals(requester) && secrecy == Secrecy.OPEN;
            case PERSON -> person.equals(subject);
            case ARTICLE -> false;
        };
    }

    /** Whether that depends on what is not settled yet. */
    boolean isUnsettledFor(UUID person) {
        return secrecy == Secrecy.UNSETTLED && person.equals(requester);
    }

    /**
     * The message about it, of which every part but the room's name is made here of ids, numbers
     * and names of ours.
     *
     * @param room the room's name as a string of JSON
     */
    String message(String room) {
        return "{\"type\":\"event\",\"room\":%s,\"position\":%d,\"event\":\"%s\",\"%s\":\"%s\",\"version\":%d,\"actor\":\"%s\",\"at\":\"%s\"}"
                .formatted(
                        room,
                        recorded.position(),
                        recorded.type(),
                        kind.field,
                        subject,
                        recorded.version(),
                        recorded.facts().actor(),
                        recorded.recordedAt());
    }
}
